"""What moved between two sets of figures and facts, in words and as JSON."""

from collections.abc import Iterable
from typing import Any

from heard.authority.returns.presenters.facts import fact_rows
from heard.authority.returns.presenters.words import (
    ANSWERS,
    ITEMS,
    TOOK_PART,
    line_words,
)
from heard.authority.returns.rules.difference import Difference, Moved, Path
from heard.kernel.return_spec.fact import Fact

SHOWN = 100
PLAN_WORDS = {
    "published": "published",
    "published_on": "day of publication",
    "address": "address",
    "child_friendly": "version for children",
    "scrutinised_by_young_people": "scrutinised by young people",
}


def place_words(path: Path) -> str:
    """Return in words where a figure stands in the items of a return."""
    item, *rest = path
    said = [ITEMS[item]]
    for key in rest:
        if key in ("all", "by_plan", "quarter_ends", "count"):
            said += ["all plans"] if key == "all" else []
        elif item == "1a":
            said.append(PLAN_WORDS.get(key, key))
        else:
            said.append(_key_words(item, key))
    return ", ".join(said)


def _key_words(item: str, key: str) -> str:
    if key in TOOK_PART:
        return TOOK_PART[key] if key == "uncoded" else f"{key} {TOOK_PART[key]}"
    known = {**ANSWERS, "percent": "percentage", "asking_began_on": "day when asking began"}
    return known.get(key) or line_words(item, key)


def value_words(path: Path, value: Any) -> str:
    """Return a figure as people read it."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if path[-1] == "percent":
        return f"{value:.1f}%"
    return f"{value:,}" if isinstance(value, int) else str(value)


def moved_rows(figures: Iterable[Moved]) -> list[tuple[str, str, str]]:
    """Return (where, before, after) of each figure that moved."""
    return [
        (place_words(one.path), value_words(one.path, one.before), value_words(one.path, one.after))
        for one in figures
    ]


def in_words(found: Difference) -> dict[str, Any]:
    """Return what a page or a terminal says of a difference; rows of facts up to 100 of a kind."""
    return {
        "nothing": not found,
        "figures": moved_rows(found.figures),
        "counts": {
            "added": len(found.added),
            "gone": len(found.gone),
            "changed": len(found.changed),
        },
        "added": fact_rows(found.added[:SHOWN]),
        "gone": fact_rows(found.gone[:SHOWN]),
        "changed": [tuple(fact_rows(pair)) for pair in found.changed[:SHOWN]],
        "shown": SHOWN,
    }


def as_json(found: Difference) -> dict[str, Any]:
    """Return a whole difference as JSON: figures by their place, facts with all their values."""
    return {
        "figures": [
            {"place": ".".join(one.path), "before": one.before, "after": one.after}
            for one in found.figures
        ],
        "facts": {
            "added": [_fact(fact) for fact in found.added],
            "gone": [_fact(fact) for fact in found.gone],
            "changed": [
                {"before": _fact(before), "after": _fact(after)} for before, after in found.changed
            ],
        },
    }


def _fact(fact: Fact) -> dict[str, str | None]:
    return {**fact._asdict(), "day": fact.day.isoformat() if fact.day else None}
