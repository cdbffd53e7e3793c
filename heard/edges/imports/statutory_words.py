"""What is in the statutory file, what is not, and what the collection will say: JSON and words."""

from typing import Any

from heard.edges.imports.as_return import NOT_LOOKED_AT
from heard.edges.imports.statutory import LeftOut, Statutory
from heard.edges.integrations.systems.ssda903 import RULES
from heard.foundations.ui.words import plural


def as_json(found: Statutory) -> dict[str, Any]:
    """Return the counts, and each review that is left out or sent with a warning."""
    return {
        "year": found.year.label,
        "held": found.in_year,
        "written": len(found.rows),
        "codes": found.codes,
        "left_out": [_plain(one) for one in found.left_out],
        "warnings": [_plain(one) for one in found.warned],
        "rules": {rule: len(broken) for rule, broken in found.broken.items()},
        "not_looked_at": NOT_LOOKED_AT,
    }


def _plain(one: LeftOut) -> dict[str, str]:
    return {"child": one.child, "day": one.day.isoformat(), "reason": one.reason}


def in_words(found: Statutory) -> list[str]:
    """Return lines for a person."""
    lines = [
        f"{found.in_year:,} looked-after reviews were held in {found.year.label}. "
        f"{len(found.rows):,} are in the file, {len(found.left_out):,} are left out."
    ]
    lines += [f"Left out: child {o.child}, {o.day:%d/%m/%Y}. {o.reason}" for o in found.left_out]
    lines += [f"Take care: child {o.child}, {o.day:%d/%m/%Y}. {o.reason}" for o in found.warned]
    lines.append("The collection's own rules, on this file:")
    lines += [f"{rule:<6}{count:>15}  {text}" for rule, count, text in rules_in_words(found)]
    return lines


def rules_in_words(found: Statutory) -> list[tuple[str, str, str]]:
    """Return each rule, how many reviews break it, and what it says."""
    return [
        (rule, "not looked at", NOT_LOOKED_AT[rule])
        if rule in NOT_LOOKED_AT
        else (rule, plural(len(found.broken[rule]), "review"), text)
        for rule, text in RULES.items()
    ]
