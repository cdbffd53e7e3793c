"""The wording of the forms: ours in files here, an authority's own in the database beside them.

An authority adds another language or other words for the same questions; a wording that was kept
never changes, as answers name theirs. Where it was withdrawn it is offered no more, and still read.
"""

from heard.child.feedback.definitions.ours import definition_of_ours, ours
from heard.child.feedback.definitions.reading import Definition, DefinitionWrong, Question, parse
from heard.child.feedback.queries.wordings import content_of, offered_contents

__all__ = [
    "Definition",
    "DefinitionWrong",
    "Question",
    "definition",
    "for_kind",
    "ours",
]


def definition(key: str, version: int, language: str) -> Definition:
    """Return the wording that a form was given on. Raises DefinitionWrong where there is none."""
    found = definition_of_ours(key, version, language)
    if found is not None:
        return found
    content = content_of(key, version, language)
    if content is None:
        raise DefinitionWrong(
            f"The form {key}, version {version} in {language}, is not here. It is in the database "
            "of the authority that wrote it: restore a backup that holds it."
        )
    return parse(content, key)


def for_kind(kind: str) -> list[Definition]:
    """Return the newest version of each form of a kind, in each language; ours come first.

    What an authority withdrew is passed over: the version before it stands again.
    """
    newest: dict[tuple[str, str], Definition] = {}
    own = (parse(content, kind) for content in offered_contents(kind))
    for one in (*(d for d in ours() if d.kind == kind), *own):
        before = newest.get((one.key, one.language))
        if before is None or before.version < one.version:
            newest[(one.key, one.language)] = one
    return list(newest.values())
