"""Words to codes, as people read them: every code with its meaning in words."""

from typing import Any, NamedTuple

from heard.child.people.presenters import LEVEL_WORDS
from heard.edges.imports.presenters import SOURCE as SOURCES
from heard.edges.imports.words_to_codes.texts import Carried, Text
from heard.foundations.ui.words import day, moment, number
from heard.kernel.codes import LOCAL, SSDA903, SSDA903_CODES, VOICE, VOICE_CODES

SOURCE = {**SOURCES, "ssd": "the Standard Safeguarding Dataset"}
LISTS = {SSDA903: "statutory list", VOICE: "recommended list of 2023"}
_LISTS = ((SSDA903, SSDA903_CODES), (VOICE, VOICE_CODES))
NOTHING, UNCODED = ":", f"{LOCAL}:"
OTHERS = (
    (NOTHING, "It says nothing about how the child took part"),
    (UNCODED, "Nobody can say: leave it as it is, not coded"),
)
CHOICES = (*((f"{s}:{c}", c) for s, codes in _LISTS for c in codes), *OTHERS)


class Line(NamedTuple):
    """A text of which it is known what it means."""

    ref: str
    written: str
    source: str
    reviews: str
    means: str
    by: str


def line(text: Text) -> Line:
    """Return one line of the list."""
    by = f"{text.decided_by}, {moment(text.decided_at)}" if text.decided_at else "Heard"
    source = SOURCE.get(text.source, text.source)
    return Line(text.ref, text.written, source, number(text.reviews), means(text), by)


def means(text: Text) -> str:
    """Return what a text means, in a few words."""
    value = chosen(text)
    others = dict(OTHERS)
    if value in others or text.meant is None:
        return others.get(value, "")
    return f"{text.meant.code}, {LISTS[text.meant.scheme]}"


def chosen(text: Text) -> str:
    """Return what somebody decided as a value of the form; blank before anybody did."""
    if text.meant is None:
        return ""
    return UNCODED if text.meant.scheme == LOCAL else ":".join(text.meant)


def facts(found: Carried) -> list[tuple[str, str]]:
    """Return what is known about a text, without names."""
    text = found.text
    days = [f"{day(held)} ({LEVEL_WORDS[plan]})" for held, plan in found.days]
    rows = [
        ("Came from", SOURCE.get(text.source, text.source)),
        ("Reviews that carry it", number(text.reviews)),
        ("The last of them", "; ".join(days)),
    ]
    if text.meant is not None:
        said = f", said {text.decided_by} on {moment(text.decided_at)}" if text.decided_at else ""
        rows.append(("Means now", means(text) + said))
    return rows


def items(value: str) -> list[dict[str, Any]]:
    """Return the choices as the radio buttons want them, one list after the other."""
    found: list[dict[str, Any]] = []
    for scheme, codes in _LISTS:
        found.append({"divider": f"The {LISTS[scheme]}"})
        for code, words in codes.items():
            own = f"{scheme}:{code}"
            hint = {"text": f"{code} of the {LISTS[scheme]}"}
            found.append({"value": own, "text": words, "hint": hint, "checked": own == value})
    found.append({"divider": "Neither"})
    found[1]["id"] = "id_means"  # where the summary of what is wrong leads
    return found + [{"value": v, "text": t, "checked": v == value} for v, t in OTHERS]
