"""Rows that are set aside: what makes a row the same row again, and what kind of reason it is."""

import hashlib
import re

import polars as pl

NUL_SHOWN = "\u2400"  # the sign for NUL: PostgreSQL's text holds no NUL itself
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NUMBERS = re.compile(r"\d[\d/,]*")


def with_digests(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `digest` and `kind` to rows with table, file, line, reason and raw.

    The digest names a row by its table, its words and the kind of reason, not by file and line,
    which change from extract to extract. Two rows that are the same to the letter are two. Where a
    system gives rows new ids overnight, `same` has the words without them.
    """
    kinds = {reason: kind_of(reason) for reason in rows["reason"].unique()}
    told = ["table", "same" if "same" in rows.columns else "raw", "kind"]
    numbered = rows.with_columns(
        as_kept(),
        pl.col("reason").replace_strict(kinds, return_dtype=pl.String).alias("kind"),
    ).with_columns(pl.int_range(pl.len()).over(told).cast(pl.String).alias("again"))
    seals = [_seal(row) for row in numbered.select(*told, "again").iter_rows()]
    return numbered.drop("again", "same", strict=False).with_columns(
        pl.Series("digest", seals, pl.String)
    )


def as_kept() -> pl.Expr:
    """The row as it was sent, with a NUL made visible."""
    return pl.col("raw").str.replace_all("\x00", NUL_SHOWN, literal=True)


def _seal(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def kind_of(reason: str) -> str:
    """Return the reason without its particulars (dates, lines): like rows stand together."""
    return _NUMBERS.sub("...", _IN_BRACKETS.sub("", reason))[:200]
