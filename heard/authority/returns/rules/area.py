"""The 153 authorities: codes, names and regions, as the published statistics have them."""

import csv
from functools import cache
from pathlib import Path

from heard.kernel.return_spec.ees import Area

FILE = Path(__file__).resolve().parent.parent / "data" / "authorities.csv"


@cache
def areas() -> dict[str, Area]:
    """Return every authority by its three-digit code."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: Area(**row) for row in csv.DictReader(file)}


def area_of(code: str) -> Area | None:
    """Return the authority of a three-digit code, or None when no authority has it."""
    return areas().get(code)
