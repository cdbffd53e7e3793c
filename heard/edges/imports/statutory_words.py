"""What is in the statutory file, what is not, and what the collection will say: JSON and words."""

from typing import Any

from heard.edges.imports.as_return import NOT_LOOKED_AT
from heard.edges.imports.statutory import LeftOut, Statutory
from heard.edges.integrations.systems.ssda903 import RULES


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
    for rule, text in RULES.items():
        if rule in NOT_LOOKED_AT:
            lines.append(f"{rule:<6}{'not looked at':>14}  {NOT_LOOKED_AT[rule]}")
        else:
            lines.append(f"{rule:<6}{len(found.broken[rule]):>6} reviews  {text}")
    return lines
