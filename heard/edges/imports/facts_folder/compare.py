"""Comparing rows of a file with what Heard knows: new, filled in, the same, or different."""

from collections.abc import Collection
from typing import NamedTuple

import polars as pl

KNOWN = "_known"


class Compared(NamedTuple):
    """`new`: rows that Heard does not have. `filled`: rows that say more than Heard knew, with its
    `id`. `different`: rows that say something else; `differs` names the columns. `same`: how many.
    """

    new: pl.DataFrame
    filled: pl.DataFrame
    different: pl.DataFrame
    same: int


def compare(
    rows: pl.DataFrame,
    known: pl.DataFrame,
    keys: list[str],
    facts: list[str],
    may_fill: Collection[str] = (),
) -> Compared:
    """Compare by keys. A fact of `may_fill` that Heard has blank is filled in, not different."""
    theirs = known.select("id", *keys, pl.col(facts).name.suffix(KNOWN))
    both = rows.join(theirs, on=keys, how="left", maintain_order="left")
    found = both.filter(pl.col("id").is_not_null())
    differs = [_differs(fact, fact in may_fill) for fact in facts]
    told = found.with_columns(
        pl.concat_str(
            [pl.when(d).then(pl.lit(f)) for d, f in zip(differs, facts, strict=True)],
            separator=", ",
            ignore_nulls=True,
        ).alias("differs"),
        pl.any_horizontal(*(~pl.col(f).eq_missing(pl.col(f + KNOWN)) for f in facts)).alias("_any"),
    )
    different = told.filter(pl.col("differs") != "")
    filled = told.filter((pl.col("differs") == "") & pl.col("_any"))
    same = told.height - different.height - filled.height
    return Compared(both.filter(pl.col("id").is_null()).drop("id"), filled, different, same)


def _differs(fact: str, may_fill: bool) -> pl.Expr:
    other = ~pl.col(fact).eq_missing(pl.col(fact + KNOWN))
    blank = pl.col(fact + KNOWN).is_null() | (pl.col(fact + KNOWN).cast(pl.String) == "")
    return other & ~blank if may_fill else other


class Periods(NamedTuple):
    """`new`: periods to add. `changed`: id and new end of known ones. `same`: how many."""

    new: pl.DataFrame
    changed: pl.DataFrame
    same: int


def compare_periods(rows: pl.DataFrame, known: pl.DataFrame, keys: list[str], end: str) -> Periods:
    """Compare periods that have no id: the keys and the end are the identity.

    A later extract ends what was open: where the file no longer has a period open, Heard's open
    one takes the end that the file has; and the other way round, what was ended may be open again.
    """
    whole = [*keys, end]
    missing = rows.join(known, on=whole, how="anti", nulls_equal=True)
    spare = known.join(rows, on=whole, how="anti", nulls_equal=True)
    is_open = pl.col(end).is_null()
    ending = _pairs(missing.filter(~is_open), spare.filter(is_open), keys, end)
    opening = _pairs(missing.filter(is_open), spare.filter(~is_open), keys, end)
    changed = pl.concat([ending, opening])
    new = missing.join(changed, on=whole, how="anti", nulls_equal=True)
    same = rows.height - missing.height
    return Periods(new, changed.select("id", end), same)


def _pairs(missing: pl.DataFrame, spare: pl.DataFrame, keys: list[str], end: str) -> pl.DataFrame:
    """For each key, the latest missing period with the latest that Heard has: id, keys, end."""
    last = missing.sort(end).group_by(keys, maintain_order=True).last().select(*keys, end)
    known = spare.sort(end).group_by(keys, maintain_order=True).last().select("id", *keys)
    return known.join(last, on=keys, nulls_equal=True).select("id", *keys, end)
