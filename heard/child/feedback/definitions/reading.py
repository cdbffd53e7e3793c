"""Reading one form's file, with plain words for what is wrong in it."""

from typing import Any, NamedTuple

from heard.child.feedback.rules import HIGHEST, KINDS
from heard.child.people.models import LEVELS


class DefinitionWrong(Exception):
    """A form's file cannot be used; the message says what is wrong and what to do."""


class Wording(NamedTuple):
    """A question, and the same said more simply."""

    words: str
    simpler: str


class Question(NamedTuple):
    """One question with its wordings "a", "b" and, where it differs, "leaving" (care leavers)."""

    key: str
    scale: tuple[str, ...]
    wordings: dict[str, Wording]

    def wording(self, variant: str, plan: str) -> Wording:
        """Return how it is asked: a or b; for a care leaver "you" for "you and your family"."""
        if plan == "PATHWAY" and variant == "b" and "leaving" in self.wordings:
            return self.wordings["leaving"]
        return self.wordings[variant]


class Definition(NamedTuple):
    """A form: who it is for, its opening sentences, the names of plans, and its questions."""

    key: str
    version: int
    language: str
    kind: str
    faces: bool
    title: str
    opening: tuple[str, ...]
    plans: dict[str, str]
    questions: tuple[Question, ...]


def parse(read: Any, name: str) -> Definition:
    """Return the form of a file. Raises DefinitionWrong."""
    if not isinstance(read, dict):
        raise DefinitionWrong("it must be one object in curly brackets")
    kind = _text(read, "kind", name)
    if kind not in KINDS:
        raise DefinitionWrong(f'"kind" is {kind!r}; use one of {", ".join(KINDS)}')
    version = read.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 0 < version < 32_768:
        raise DefinitionWrong('"version" must be a whole number, 1 or more')
    plans = read.get("plans")
    if not isinstance(plans, dict) or set(plans) != set(LEVELS):
        raise DefinitionWrong(f'"plans" must name each of {", ".join(LEVELS)}')
    texts = {field: _text(read, field, name) for field in ("key", "language", "title")}
    opening, questions = _texts(read, "opening"), _questions(read)
    faces = bool(read.get("faces"))
    return Definition(
        version=version, kind=kind, faces=faces, opening=opening, plans=plans,
        questions=questions, **texts,
    )  # fmt: skip


def _questions(read: dict[str, Any]) -> tuple[Question, ...]:
    scales, listed = read.get("scales"), read.get("questions")
    if not isinstance(listed, list) or not listed or not isinstance(scales, dict):
        raise DefinitionWrong('it needs "scales" and a list of "questions"')
    found = tuple(_question(one, number, scales) for number, one in enumerate(listed, 1))
    if len({q.key for q in found}) != len(found):
        raise DefinitionWrong("two questions have the same key; give each its own")
    return found


def _question(one: Any, number: int, scales: dict[str, Any]) -> Question:
    where = f"question {number}"
    if not isinstance(one, dict):
        raise DefinitionWrong(f"{where} must be an object in curly brackets")
    scale = _texts(scales, str(one.get("scale")))
    if len(scale) != HIGHEST:
        raise DefinitionWrong(f"the scale of {where} needs {HIGHEST} words, from least to most")
    wordings = one.get("wordings")
    if not isinstance(wordings, dict) or not {"a", "b"} <= set(wordings):
        raise DefinitionWrong(f'{where} needs the wordings "a" and "b"')
    return Question(
        _text(one, "key", where),
        scale,
        {
            k: Wording(_text(w, "words", where), _text(w, "simpler", where))
            for k, w in wordings.items()
        },
    )


def _text(read: Any, field: str, where: str) -> str:
    value = read.get(field) if isinstance(read, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise DefinitionWrong(f'"{field}" of {where} is missing; write its words')
    return value


def _texts(read: dict[str, Any], field: str) -> tuple[str, ...]:
    values = read.get(field)
    if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
        raise DefinitionWrong(f'"{field}" must be a list of sentences')
    return tuple(values)
