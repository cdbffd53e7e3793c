"""What a single cell may hold, and the cells as what they mean: days, yes or no, text."""

import polars as pl

from heard.edges.imports.facts_folder.columns import FILES, Column
from heard.edges.imports.facts_folder.faults import Faults, words

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def check_cells(file: str, texts: pl.DataFrame, faults: Faults) -> None:
    """Name every cell of the file that cannot be what its column says."""
    for column in FILES[file]:
        wrongs = _wrongs(column)
        found = texts.with_columns(
            pl.coalesce(
                *(pl.when(broken).then(words(text, *shown)) for broken, text, shown in wrongs)
            ).alias("wrong")
        ).filter(pl.col("wrong").is_not_null())
        faults.add_rows(file, found, column.name, pl.col("wrong"), column.expected)


def typed(file: str, texts: pl.DataFrame) -> pl.DataFrame:
    """The rows with days as dates (null: none, or not readable) and flags as true and false.

    A row repeated to the letter is one. Of confirmations, the order is the order of recording and
    a row repeated keeps the place of the last.
    """
    keep = "last" if file == "confirmations" else "first"
    own = [column.name for column in FILES[file]]
    once = texts.unique(subset=own, keep=keep, maintain_order=True)  # type: ignore[arg-type]
    return once.with_columns(_meaning(column) for column in FILES[file])


def _meaning(column: Column) -> pl.Expr:
    if column.kind == "day":
        return _day(column.name).alias(column.name)
    return pl.col(column.name) == "1" if column.kind == "flag" else pl.col(column.name)


def _day(name: str) -> pl.Expr:
    written = pl.col(name).str.contains(_DAY) & ~pl.col(name).str.starts_with("0000")
    text = pl.when(written).then(pl.col(name)).otherwise(None)
    return text.str.to_date("%Y-%m-%d", strict=False)


def _wrongs(column: Column) -> list[tuple[pl.Expr, str, tuple[str, ...]]]:
    """For each way to be wrong: when it is so, and the words; the first that holds is said."""
    name = column.name
    cell, filled = pl.col(name), pl.col(name).str.strip_chars() != ""
    wrongs: list[tuple[pl.Expr, str, tuple[str, ...]]] = [
        (cell.str.contains("\x00", literal=True), "It holds a NUL, which no text has.", ()),
    ]
    if not column.may_be_empty:
        wrongs.append((~filled, "It is empty.", ()))
    if column.kind == "day":
        wrongs.append(((cell != "") & _day(name).is_null(), "{} is no day.", (name,)))
    elif column.kind == "flag":
        wrongs.append((~cell.is_in(["0", "1"]), "{} is neither 0 nor 1.", (name,)))
    elif column.kind == "choice":
        known = cell.is_in([*column.choices, ""])
        wrongs.append((~known, "{} is not known.", (name,)))
    else:
        too_long = cell.str.len_chars() > column.longest
        wrongs.append((too_long, f"It is longer than {column.longest:,} characters.", ()))
    return wrongs
