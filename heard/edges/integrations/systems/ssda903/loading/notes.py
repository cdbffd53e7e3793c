"""What a person should know about the reviews that load: sentences with counts."""

import polars as pl

SHOWN = 5  # different codes that are named
LONGEST_SHOWN = 20  # a longer text may be about a person, so it is counted and not named


def review_notes(reviews: pl.DataFrame) -> list[str]:
    """About codes that the statutory list does not have, missing ones, and those to settle."""
    notes = []
    local = reviews.filter(pl.col("scheme") == "local")
    if local.height:
        notes.append(
            f"{_reviews(local.height)} with a code that the statutory list does not have"
            f"{_named(local)}: kept as text, counted as not coded."
        )
    blank = reviews.filter(pl.col("scheme") == "").height
    if blank:
        notes.append(f"{_reviews(blank)} without a code.")
    settle = reviews.filter(pl.col("to_settle")).height
    if settle:
        notes.append(
            f"{_reviews(settle)} where the same child has two codes on one day: "
            "someone has to settle which is right."
        )
    return notes


def _reviews(count: int) -> str:
    return "1 review" if count == 1 else f"{count} reviews"


def _named(local: pl.DataFrame) -> str:
    codes = local["code"].unique().sort()
    short = [code for code in codes if len(code) <= LONGEST_SHOWN][:SHOWN]
    return f" ({', '.join(short)})" if short else ""
