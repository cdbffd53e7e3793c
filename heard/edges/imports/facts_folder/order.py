"""The order of recording of the manager's answers: of two on one day, the later counts."""

import polars as pl

from heard.child.evidence.intake import CONFIRMATION

_DAY = ["kind", "authority_point_id", "child", "answered_on"]


def in_order_of_recording(
    rows: pl.DataFrame, known: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the new answers with their sequence, and (id, sequence) of known ones that move.

    `rows` are in the order of the file. An answer that Heard knows keeps its place, unless the
    file has it behind one that Heard has later, or behind one that is new.
    """
    last = known.sort("sequence").unique(subset=list(CONFIRMATION), keep="last")
    both = rows.join(
        last, on=list(CONFIRMATION), how="left", nulls_equal=True, maintain_order="left"
    )
    place = pl.col("sequence")
    before = place.cum_max().shift(1).over(_DAY)
    behind = place.is_null() | (place < before).fill_null(False)
    late = both.filter(behind.cast(pl.Int8).cum_max().over(_DAY) == 1)
    first = known["sequence"].max() or 0
    numbered = late.with_columns(
        pl.int_range(1, late.height + 1, dtype=pl.Int64).alias("sequence") + first
    )
    new = numbered.filter(pl.col("id").is_null()).drop("id")
    return new, numbered.filter(pl.col("id").is_not_null()).select("id", "sequence")
