"""What becomes of a row, and why."""

from typing import NamedTuple

import polars as pl

# used: stands behind something that loads. repeated: says again what another row says.
# aside: to the quarantine. left: rightly not loaded, and counted.
FATES = ("used", "repeated", "aside", "left")


class Rule(NamedTuple):
    """Rows for which `when` holds get this fate, with these words."""

    when: pl.Expr
    fate: str
    words: str | pl.Expr


def judged(rows: pl.DataFrame, *rules: Rule) -> pl.DataFrame:
    """Add `fate` and `reason` by the first rule that holds; rows that have a fate keep it."""
    fate: pl.Expr = pl.lit("used")
    reason: pl.Expr = pl.lit(None, dtype=pl.String)
    for rule in reversed(rules):
        words = pl.lit(rule.words) if isinstance(rule.words, str) else rule.words
        when = rule.when.fill_null(False)
        fate = pl.when(when).then(pl.lit(rule.fate)).otherwise(fate)
        reason = pl.when(when).then(words).otherwise(reason)
    if "fate" in rows.columns:
        free = pl.col("fate") == "used"
        fate = pl.when(free).then(fate).otherwise("fate")
        reason = pl.when(free).then(reason).otherwise("reason")
    return rows.with_columns(fate.alias("fate"), reason.alias("reason"))


def used(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows that stand behind something."""
    return rows.filter(pl.col("fate") == "used")


def repeated(rows: pl.DataFrame, *same: str) -> pl.DataFrame:
    """Of the used rows that are alike in these columns the first stays, the others repeat it."""
    first = used(rows).unique(list(same), keep="first", maintain_order=True).select("row")
    again = ~pl.col("row").is_in(first["row"].implode())
    return judged(rows, Rule(again, "repeated", "It says again what another row says."))
