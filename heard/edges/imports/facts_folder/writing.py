"""Writing the nine files: what Heard has, in an order that never depends on when it came in."""

import csv
import os
from pathlib import Path

import polars as pl

from heard.child.asking_due import intake as asking_due
from heard.child.evidence import intake as evidence
from heard.child.people import intake as people
from heard.child.reviews import intake as reviews
from heard.edges.imports.facts_folder.columns import FILES, names


class AlreadyThere(Exception):
    """The folder has files of facts already, and nobody said that they may be replaced."""


def facts() -> dict[str, pl.DataFrame]:
    """Return the rows of the nine files, typed, each in its written order."""
    children = people.known_children()
    ids = children.select(pl.col("id").alias("child"), pl.col("authority_id").alias("child_id"))
    askings = asking_due.known_askings()
    found = {
        "children": children.rename({"authority_id": "child_id"}),
        "work": people.known_work(),
        **_points(),
        "confirmations": _confirmations(),
        "reviews": _reviews(),
        "askings": askings.rename({"authority_asking_id": "asking_id"}),
        "talks": _talks(askings),
        "exemptions": asking_due.known_exemptions(),
    }
    return {file: _written(file, rows, ids) for file, rows in found.items()}


def _points() -> dict[str, pl.DataFrame]:
    points = evidence.known_points()
    return {
        f"{kind}s": points.filter(pl.col("kind") == kind).rename(
            {"authority_point_id": f"{kind}_id", "day": day}
        )
        for kind, day in (("assessment", "completed_date"), ("closure", "closed_date"))
    }


def _confirmations() -> pl.DataFrame:
    """In the order of recording; of an answer recorded twice to the letter, the last place."""
    rows = evidence.known_confirmations().sort("sequence")
    once = rows.unique(subset=list(evidence.CONFIRMATION), keep="last", maintain_order=True)
    return once.rename({"kind": "point", "authority_point_id": "point_id"})


def _reviews() -> pl.DataFrame:
    no_id = pl.col("authority_review_id") == ""
    return reviews.known_reviews().with_columns(
        pl.when(no_id).then("id").otherwise("authority_review_id").alias("review_id"),
        pl.col("held_on").alias("held_date"),
    )


def _talks(askings: pl.DataFrame) -> pl.DataFrame:
    own = askings.select(
        pl.col("id").alias("asking"), pl.col("authority_asking_id").alias("asking_id")
    )
    return asking_due.known_talks().join(own, on="asking").unique(["asking_id", "talked_on"])


def _written(file: str, rows: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    if "child_id" in names(file) and file != "children":
        rows = rows.join(ids, on="child", maintain_order="left")
    rows = rows.select(names(file))
    return rows if file == "confirmations" else rows.sort(names(file), nulls_last=True)


def refuse_if_there(folder: Path) -> None:
    """Raise AlreadyThere, naming the files, where the folder has files of facts."""
    there = [f"{file}.csv" for file in FILES if (folder / f"{file}.csv").exists()]
    if there:
        raise AlreadyThere(", ".join(there))


def write_folder(folder: Path, found: dict[str, pl.DataFrame]) -> None:
    """Write the nine files, in the place of those that are there.

    All are written under other names first and renamed at the end: a file is whole or absent.
    """
    folder.mkdir(parents=True, exist_ok=True)
    waiting = [(_write(folder, file, rows), folder / f"{file}.csv") for file, rows in found.items()]
    for temporary, final in waiting:
        os.replace(temporary, final)


def _write(folder: Path, file: str, rows: pl.DataFrame) -> Path:
    temporary = folder / f".{file}.csv.{os.getpid()}.part"
    with temporary.open("w", encoding="utf-8", newline="") as stream:
        stream.write(as_text(file, rows))
        stream.flush()
        os.fsync(stream.fileno())
    return temporary


def as_text(file: str, rows: pl.DataFrame) -> str:
    """Return one file as text: RFC 4180, cells as they are (nothing guarded for spreadsheets)."""
    flags = [column.name for column in FILES[file] if column.kind == "flag"]
    plain = rows.with_columns(pl.col(flags).cast(pl.Int8)).cast(pl.String).fill_null("")
    stream = _Lines()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names(file))
    writer.writerows(plain.iter_rows())
    return "".join(stream)


class _Lines(list[str]):
    """What csv writes, line by line."""

    def write(self, line: str) -> None:
        self.append(line)
