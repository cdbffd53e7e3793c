"""How old somebody must be to read our words: measured, listed, and held by a test.

Flesch and Kincaid's grade of American schools, plus five: the age at which British children are
in that class. Rough for a single sentence, good for a page. Names and places count as easy words.
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyphen

HEARD = Path(__file__).parents[2]
SYLLABLES = pyphen.Pyphen(lang="en_GB")
# The oldest that a page may ask for: the youngest of the band reads it, an adult beside the 4-7s.
BANDS = {"child": 8.0, "young": 11.0, "family": 12.0}
# Which pages who reads; a page of several bands is held to the youngest.
PAGES = {
    "child/handing/jinja2/handing/*.html": ("child", "young", "family"),
    "child/feedback/jinja2/feedback/asking/**/*.html": ("child", "young", "family"),
    "child/feedback/jinja2/feedback/family/**/*.html": ("child", "young", "family"),
    "child/feedback/jinja2/feedback/links/slip*.html": ("young", "family"),
    "child/story/jinja2/story/their_word.html": ("child", "young", "family"),
    "child/story/jinja2/story/closing.html": ("child", "young", "family"),
    "child/story/jinja2/story/thanks.html": ("child", "young", "family"),
    "child/story/jinja2/story/words_stand.html": ("child", "young", "family"),
    "child/reviews/jinja2/reviews/after*.html": ("child", "young"),
    "foundations/ui/jinja2/ui/frame/help_lines.html": ("child", "young", "family"),
}
# Sentences that stand in code: refusals and thanks.
CODE = ("child/feedback/family/presenters.py", "child/feedback/family/views/refusals.py")
FORMS = {"child": "child", "young_person": "young", "adult": "family", "ending": "child"}
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
SAID = re.compile(r'"([^"]*)"')
EXPRESSION = re.compile(r"\{[{%].*?[%}]\}", re.S)


class Measured(NamedTuple):
    """One page or form: where it is, for which band, its words, and the reading age they ask."""

    where: str
    band: str
    sentences: tuple[str, ...]
    age: float

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(len(WORD.findall(s)) for s in self.sentences)

    @property
    def hardest(self) -> str:
        """The sentence that asks most of its reader."""
        return max(self.sentences, key=lambda s: reading_age([s]), default="")


def reading_age(sentences: Iterable[str]) -> float:
    """Return the age, in years, at which children read this; 5.0 is the youngest."""
    said = [s for s in sentences if WORD.search(s)]
    words = [w for s in said for w in WORD.findall(s)]
    if not words:
        return 5.0
    syllables = sum(_syllables(word) for word in words)
    grade = 0.39 * len(words) / len(said) + 11.8 * syllables / len(words) - 15.59
    return round(max(5.0, grade + 5), 1)


def _syllables(word: str) -> int:
    return 1 + len(SYLLABLES.positions(word.lower()))


def measured() -> list[Measured]:
    """Return every page and form that children and families read, youngest band first."""
    found = [*_forms(), *_templates(), *_code()]
    return sorted(found, key=lambda m: (list(BANDS).index(m.band), m.where))


def _templates() -> Iterator[Measured]:
    for pattern, bands in PAGES.items():
        for path in sorted(HEARD.glob(pattern)):
            said = tuple(sentences_of(path.read_text()))
            yield Measured(str(path.relative_to(HEARD)), bands[0], said, reading_age(said))


def _code() -> Iterator[Measured]:
    for name in CODE:
        path = HEARD / name
        if path.exists():
            said = tuple(split(strings_of(path.read_text())))
            yield Measured(name, "child", said, reading_age(said))


def strings_of(code: str) -> Iterator[str]:
    """Yield the sentences that Python code says; its docstrings are for programmers."""
    tree = ast.parse(code)
    bare = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        said = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if said and id(node) not in bare and is_said(node.value):  # type: ignore[attr-defined]
            yield node.value  # type: ignore[attr-defined]


def sentences_of(template: str) -> Iterator[str]:
    """Yield the sentences that a template says; names that it fills in count as one easy word."""
    text = re.sub(r"\{#.*?#\}", " ", template, flags=re.S)
    inside = [words for said in EXPRESSION.findall(text) for words in SAID.findall(said)]
    text = re.sub(r"\{%.*?%\}", " ", text, flags=re.S)
    text = re.sub(r"\{\{.*?\}\}", " it ", text, flags=re.S)
    text = re.sub(r"</(p|h\d|li|legend|label|span|a|title)>", ". ", text)
    text = re.sub(r"<[^>]+>", " ", text)
    text = re.sub(r"\bit(\s+it)+\b", "it", text)
    yield from split([text, *(words for words in inside if is_said(words))])


def is_said(words: str) -> bool:
    """Say whether a text in the code is said to somebody: not an address, a class or a name."""
    return " " in words and not re.search(r"[/_<>{}]|--|^(ui|heard|govuk)", words)


def split(texts: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of some texts that have more than one word."""
    for text in texts:
        for sentence in re.split(r"(?<=[.!?:])\s+", " ".join(text.split())):
            if len(WORD.findall(sentence)) > 1:
                yield sentence.strip(" .")


def _forms() -> Iterator[Measured]:
    for path in sorted((HEARD / "child/feedback/definitions").glob("*.json")):
        form = json.loads(path.read_text())
        band = FORMS.get(form["key"])
        if band:
            said = tuple(split(own_words(form)))
            yield Measured(str(path.relative_to(HEARD)), band, said, reading_age(said))


def own_words(part: object, name: str = "") -> Iterator[str]:
    """Yield the words of a form that are ours: all but the official wordings (`words`)."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key not in {"words", "key", "kind", "language", "scale", "plans"}:
                yield from own_words(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from own_words(value, name)
    elif isinstance(part, str):
        yield part


def official_wordings() -> Iterator[tuple[str, str, str]]:
    """Yield (form, official wording, the simpler saying beneath it) of every question."""
    for path in sorted((HEARD / "child/feedback/definitions").glob("*.json")):
        form = json.loads(path.read_text())
        for question in form.get("questions", ()):
            for wording in question.get("wordings", {}).values():
                yield form["key"], wording["words"], wording.get("simpler", "")


def page() -> str:
    """Return the page of the reference: what is read by whom, and how hard it is."""
    from heard.config.reference.pages import table

    rows = [
        (f"`{m.where}`", m.band, str(m.words), f"{m.age:.1f}", f"{BANDS[m.band]:.0f}", m.hardest)
        for m in measured()
    ]
    heads = ("Page or form", "Youngest reader", "Words", "Reading age", "At most", "Hardest")
    wordings = [
        (key, words, f"{reading_age([words]):.1f}", simpler, f"{reading_age([simpler]):.1f}")
        for key, words, simpler in official_wordings()
    ]
    return (
        "# Reading age\n\nThe words that children and families see, measured (Flesch and Kincaid, "
        "in years of age). A test holds each page to its band: 4-10 to 8, 11-25 to 11, parents and "
        "network to 12. The youngest have an adult beside them, and each page is read aloud.\n\n"
        + table(heads, rows)
        + "\n## Official wordings, and the simpler saying beneath each\n\n"
        + table(("Form", "Official wording", "Age", "Simpler", "Age"), wordings)
    )
