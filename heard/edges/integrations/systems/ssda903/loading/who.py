"""Who the children of a return are: one id, one date of birth.

Ids are compared in capitals and without spaces around them; they load as the Header writes them.
Dates of birth that contradict each other are never chosen between: a person decides.
"""

import datetime

import polars as pl

from heard.edges.integrations.systems.ssda903.days import PLACEHOLDER, lenient_day
from heard.edges.integrations.systems.ssda903.reading import Reading

LONGEST_ID = 64  # what Heard's own facts hold
ID = pl.col("CHILD").str.strip_chars()
UNREADABLE_ID = (ID.str.len_chars() > LONGEST_ID) | ID.str.contains(r"[\p{Cc}\x{FFFD}]")
ID_REASONS = (
    (ID.is_null() | (ID == ""), "The child's id (CHILD) is blank: nobody can tell who it is."),
    (
        UNREADABLE_ID.fill_null(False),
        f"The child's id (CHILD) is longer than {LONGEST_ID} characters or has characters "
        "that no id has.",
    ),
)
CONTRADICTED = pl.col("birth_dates") > 1


def with_key(frame: pl.DataFrame) -> pl.DataFrame:
    """Adds `id` (without spaces) and `key` (the same in capitals); null where no id can be read."""
    readable = (ID != "") & ~UNREADABLE_ID
    return frame.with_columns(pl.when(readable).then(ID).alias("id")).with_columns(
        pl.col("id").str.to_uppercase().alias("key")
    )


def known_children(reading: Reading, today: datetime.date) -> pl.DataFrame:
    """Columns key, child_id, born, birth_dates (how many different ones), and places (where).

    A child of the Header has the Header's date of birth; one who is only in the Reviews, or whose
    Header has no usable date, has that of the reviews. `places` is null unless dates differ.
    """
    header, reviews = (_births(reading.table(name), today) for name in ("Header", "Reviews"))
    born = pl.concat(
        [header.drop_nulls("dob"), reviews.join(header.drop_nulls("dob"), on="key", how="anti")]
    )
    ids = pl.concat([header, reviews]).unique("key", keep="first", maintain_order=True)
    dates = born.drop_nulls("dob").group_by("key").agg(pl.len().alias("birth_dates"))
    return (
        ids.select("key", pl.col("id").alias("child_id"))
        .join(born.unique("key", keep="first").select("key", born="dob"), on="key", how="left")
        .join(dates, on="key", how="left")
        .join(_places(born), on="key", how="left")
        .with_columns(pl.col("birth_dates").fill_null(0))
    )


def _births(rows: pl.DataFrame, today: datetime.date) -> pl.DataFrame:
    """Each id with each of its usable dates of birth (or null), once, and where it stands first.

    A date that is blank, unreadable, a placeholder or in the future is not usable.
    """
    born = pl.col("dob")
    return (
        with_key(rows)
        .filter(pl.col("key").is_not_null())
        .select("key", "id", "file", "line", lenient_day("DOB").alias("dob"))
        .with_columns(pl.when((born > PLACEHOLDER) & (born <= today)).then(born))
        .unique(["key", "dob"], keep="first", maintain_order=True)
    )


def _places(born: pl.DataFrame) -> pl.DataFrame:
    """For the ids with more than one date of birth: where they stand, at most four places."""
    differing = born.drop_nulls("dob").filter(pl.len().over("key") > 1)
    place = pl.format("line {} of {}", "line", "file")
    places = differing.group_by("key").agg(place.head(4).alias("places"))
    return places.with_columns(pl.col("places").list.join(", "))
