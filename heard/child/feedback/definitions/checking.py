"""Whether an authority's own wording can be asked: every fault of it, in plain words.

It asks the same questions in the same order with the same faces as ours of its kind (S0 chapter 2),
and its opening says what ours says: the plan, and who will see the answers.
"""

from collections.abc import Iterator
from string import Formatter
from typing import Any

from heard.child.feedback.definitions.ours import pattern_of
from heard.child.feedback.definitions.reading import Definition, DefinitionWrong, parse
from heard.child.feedback.rules import OWN_FROM, WordsRefused, clean_words
from heard.kernel.languages import is_known

PLACES = ("plan", "seers", "worker")
MOST_LETTERS, MOST_SENTENCES = 500, 12
FIELDS = {
    "key", "version", "language", "kind", "faces", "title", "opening", "plans", "scales",
    "questions",
}  # fmt: skip


class WordingRefused(Exception):
    """This wording cannot be kept; `problems` says each thing that is wrong and what to do."""

    def __init__(self, *problems: str) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def checked(content: Any) -> Definition:
    """Return the form that was sent. Raises WordingRefused with all that is wrong."""
    unkept = list(dict.fromkeys(_unkept(content)))
    if unkept:
        raise WordingRefused(*unkept)
    try:
        read = parse(content, "the form")
    except DefinitionWrong as wrong:
        raise WordingRefused(f"The form cannot be read: {wrong}.") from wrong
    problems = [*_shape(read, content), *_texts(read, content)]
    if problems:
        raise WordingRefused(*problems)
    return read


def _unkept(content: Any) -> Iterator[str]:
    """What no database keeps, and what no page has room for."""
    for words in _strings(content):
        try:
            clean_words(words)
        except WordsRefused as refused:
            yield str(refused)
        if len(words) > MOST_LETTERS:
            yield f"“{words[:40]} …” is too long. Use up to {MOST_LETTERS} letters."


def _strings(content: Any) -> Iterator[str]:
    """Every text, the names of fields among them."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for name, value in content.items():
            yield name
            yield from _strings(value)
    elif isinstance(content, list):
        for value in content:
            yield from _strings(value)


def _shape(read: Definition, content: dict[str, Any]) -> Iterator[str]:
    """The name of the wording, and the questions that it asks."""
    ours = pattern_of(read.kind)
    for field in _unknown(content):
        yield f"Heard knows no “{field}” there. Take it out of the form."
    if read.key != ours.key:
        yield f"“key” is “{read.key}”. Write “{ours.key}”: it is another wording of that form."
    if read.version < OWN_FROM:
        yield f"Versions below {OWN_FROM} are Heard’s. Write {OWN_FROM} or more in “version”."
    if not is_known(read.language):
        yield (
            f"“{read.language}” is not a language that Heard knows. Use a code such as cy, so, ar "
            "or en-GB."
        )
    if content.get("faces", False) is not ours.faces:
        yield f"“faces” must be {str(ours.faces).lower()}, as in Heard’s form."
    asked, wanted = [q.key for q in read.questions], [q.key for q in ours.questions]
    if asked != wanted:
        yield f"The form asks the questions {', '.join(wanted)}, in this order, and no others."
        return
    for one, other in zip(read.questions, ours.questions, strict=True):
        if set(one.wordings) != set(other.wordings):
            names = ", ".join(other.wordings)
            yield f"Question {one.key} needs the wordings {names}, and no others."


def _unknown(content: dict[str, Any]) -> Iterator[str]:
    """Fields that nobody would ever read: a slip of the pen, or meant for something else."""
    yield from sorted(set(content) - FIELDS)
    yield from sorted(set(content["scales"]) - {one["scale"] for one in content["questions"]})
    for one in content["questions"]:
        yield from sorted(set(one) - {"key", "scale", "wordings"})
        for wording in one["wordings"].values():
            yield from sorted(set(wording) - {"words", "simpler"})


def _texts(read: Definition, content: dict[str, Any]) -> Iterator[str]:
    """The words themselves: none empty, and names in curly brackets in the opening only."""
    ours = pattern_of(read.kind)
    for where, words in _other_texts(read):
        if not isinstance(words, str) or not words.strip():
            yield f"Write the words of {where}."
        elif "{" in words or "}" in words:
            yield f"Take the curly brackets out of {where}: only the opening may have them."
    if any(len(set(q.scale)) != len(q.scale) for q in read.questions):
        yield "Two places of a scale have the same words. Give each its own."
    yield from _opening(read, ours)


def _other_texts(read: Definition) -> Iterator[tuple[str, Any]]:
    yield "the title", read.title
    for level, words in read.plans.items():
        yield f"the plan {level}", words
    for one in read.questions:
        for number, words in enumerate(one.scale, 1):
            yield f"place {number} of the scale of question {one.key}", words
        for name, wording in one.wordings.items():
            yield f"question {one.key}, wording {name}", wording.words
            yield f"question {one.key}, wording {name}, said more simply", wording.simpler


def _opening(read: Definition, ours: Definition) -> Iterator[str]:
    if not len(ours.opening) <= len(read.opening) <= MOST_SENTENCES:
        yield (
            f"The opening needs {len(ours.opening)} to {MOST_SENTENCES} sentences: it says all "
            "that Heard’s says."
        )
    named: set[str] = set()
    for number, sentence in enumerate(read.opening, 1):
        if not sentence.strip():
            yield f"Write sentence {number} of the opening."
        problem = wrong_places(sentence)
        if problem:
            yield f"Sentence {number} of the opening: {problem}"
        named |= places_in(sentence)
    missing = places_in(" ".join(ours.opening)) & {"plan", "seers"} - named
    for place in sorted(missing):
        yield f"The opening must name {{{place}}}: Heard writes {MEANING[place]} there."


MEANING = {
    "plan": "the plan that it asks about",
    "seers": "who sees the answers",
    "worker": "the name of the worker",
}


def places_in(sentence: str) -> set[str]:
    """Return the names in curly brackets; none where the brackets are not whole."""
    return set() if wrong_places(sentence) else {name for name in _places(sentence) if name}


def wrong_places(sentence: str) -> str:
    """Return what is wrong with the curly brackets of a sentence, or nothing."""
    known = ", ".join(f"{{{name}}}" for name in PLACES)
    try:
        unknown = [name for name in _places(sentence) if name not in PLACES]
    except ValueError:
        return f"a curly bracket stands alone. Use {known} as they are, or take it out."
    return f"Heard knows no {{{unknown[0]}}}. Use {known}." if unknown else ""


def _places(sentence: str) -> list[str]:
    """Every name in curly brackets, with whatever else somebody wrote inside them.

    A doubled bracket is refused as well: it would be read as one.
    """
    if "{{" in sentence or "}}" in sentence:
        raise ValueError("doubled brackets")
    found = [part for part in Formatter().parse(sentence) if part[1] is not None]
    return [f"{name}{'!' + how if how else ''}{':' + look if look else ''}"
            for _, name, look, how in found]  # fmt: skip
