"""The return as JSON, exactly as the dataset rules print it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from heard.kernel.counting import percent, shares
from heard.kernel.return_spec.fact import COUNTED_2A, COUNTED_2B, COUNTED_2C
from heard.kernel.time import ReportingYear

Json = dict[str, Any]
HASHED = ("reporting_year", "as_of", "authority", "items")
NOT_PUBLISHED: Json = {
    "published": False,
    "published_on": None,
    "address": None,
    "child_friendly": False,
    "scrutinised_by_young_people": False,
}


def yes_of_those_asked(counts: Mapping[str, int], lines: Sequence[str]) -> Json:
    """Return the counts of the lines, and percent = yes / (yes + no)."""
    shape: Json = {line: counts.get(line, 0) for line in lines}
    shape["percent"] = percent(shape["yes"], shape["yes"] + shape["no"])
    return shape


def shape_c(counts: Mapping[str, int]) -> Json:
    """Return the object C of the rules: one kind of point of 2a."""
    return yes_of_those_asked(counts, COUNTED_2A)


def shape_d(counts: Mapping[str, int]) -> Json:
    """Return the object D of the rules: children of 2c in the year, or at a quarter's end."""
    return yes_of_those_asked(counts, COUNTED_2C)


def shape_t(counts: Mapping[str, int]) -> Json:
    """Return the object T of the rules: nine lines of 2b that add to 100.0, and `held`."""
    numbers = [counts.get(line, 0) for line in COUNTED_2B]
    shape: Json = {
        line: {"count": number, "percent": share}
        for line, number, share in zip(COUNTED_2B, numbers, shares(numbers), strict=True)
    }
    shape["held"] = sum(numbers)
    return shape


def shape_1a(
    published_on: date | None,
    address: str | None,
    *,
    child_friendly: bool = False,
    scrutinised: bool = False,
) -> Json:
    """Return item 1a; without a day of publication the plan is not published."""
    return {
        "published": published_on is not None,
        "published_on": published_on.isoformat() if published_on else None,
        "address": address or None,
        "child_friendly": child_friendly,
        "scrutinised_by_young_people": scrutinised,
    }


def shape_return(
    year: ReportingYear,
    as_of: date,
    authority: tuple[str | None, str | None],
    items: Json,
    checks: list[Json],
) -> Json:
    """Return the whole object with its content hash. `authority` is (code, name), None unset."""
    whole: Json = {
        "reporting_year": year.label,
        "as_of": as_of.isoformat(),
        "authority": {"code": authority[0] or None, "name": authority[1] or None},
        "items": items,
        "checks": checks,
    }
    whole["content_hash"] = content_hash(whole)
    return whole


def canonical(value: Any) -> str:
    """Return the one way to write a value as JSON: keys sorted, no spaces, letters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def content_hash(whole: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hex, of what a return says. Its checks are not part of it."""
    said = canonical({key: whole[key] for key in HASHED})
    return hashlib.sha256(said.encode("utf-8")).hexdigest()
