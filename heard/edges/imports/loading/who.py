"""Which child of Heard each child of an extract is: by the authority's own id, never by name.

The id joins where the birth dates agree, or where one side has none; otherwise a person decides. A
system's own id for the child (`system_id`) joins only where the birth dates are known and equal: it
may be a passing one.
"""

from typing import NamedTuple

import polars as pl

from heard.child.people.intake import CHILD, MORE
from heard.foundations.deployment.frames import new_ids

# Before 2024/25 the statutory return wrote 1 and 2 where it now writes M and F.
SAME_SEX = {"1": "M", "2": "F"}
FIELDS = (*CHILD, *(name for name in MORE if name != "family"))
_TEXTS = ("ethnicity", "given_name", "family_name", "disability")
_REASON = pl.format(
    "Heard knows this child with another date of birth ({}; the extract says {}). It may be "
    "another child: a person decides.",
    pl.col("was_birth_date").dt.strftime("%d/%m/%Y"),
    pl.col("birth_date").dt.strftime("%d/%m/%Y"),
)


class Children(NamedTuple):
    """`ids`: who and child (id in Heard). `new`: id, FIELDS. `changed`: id, FIELDS.

    `others`: who, reason, child, authority_id, born_here and born_there, of each whom Heard knows
    with another birth date.
    """

    ids: pl.DataFrame
    new: pl.DataFrame
    changed: pl.DataFrame
    others: pl.DataFrame


def identify(
    found: pl.DataFrame, known: pl.DataFrame, identifiers: pl.DataFrame, decided: pl.DataFrame
) -> Children:
    """Join the children of an extract (who, system_id, FIELDS) with those of Heard.

    A field that is blank says nothing. `identifiers`: child and value of the same system.
    `decided`: child, born_there and state, where a person said that it is the same child, and
    whose date of birth is right (extract or heard).
    """
    same = decided.select("state", id="child", birth_date="born_there")
    joined = _joined(found, known, identifiers)
    joined = joined.join(same, on=["id", "birth_date"], how="left", maintain_order="left")
    others = joined.filter(_contradicts()).select(
        *("who", _REASON.alias("reason"), pl.col("id").alias("child"), "authority_id"),
        *(pl.col("was_birth_date").alias("born_here"), pl.col("birth_date").alias("born_there")),
    )
    agreed = joined.join(others, on="who", how="anti", maintain_order="left")
    fresh = agreed.filter(pl.col("id").is_null()).drop("id")
    new = fresh.with_columns(new_ids(fresh.height))
    there = agreed.filter(pl.col("id").is_not_null())
    ids = pl.concat([new.select("who", "id"), there.select("who", "id")])
    return Children(
        ids=ids.rename({"id": "child"}),
        new=new.select("id", *FIELDS),
        changed=_changed(there),
        others=others,
    )


def _joined(found: pl.DataFrame, known: pl.DataFrame, identifiers: pl.DataFrame) -> pl.DataFrame:
    """Add the id in Heard, and what Heard has of each field (`was_...`)."""
    exact = known.select("authority_id", pl.col("id").alias("by_id"))
    capitals = known.with_columns(pl.col("authority_id").str.to_uppercase().alias("key"))
    once = capitals.filter(pl.len().over("key") == 1).select("key", pl.col("id").alias("by_key"))
    keyed = found.with_columns(pl.col("authority_id").str.to_uppercase().alias("key"))
    keyed = keyed.join(exact, on="authority_id", how="left", maintain_order="left")
    keyed = keyed.join(once, on="key", how="left", maintain_order="left")
    keyed = keyed.with_columns(pl.coalesce("by_id", "by_key").alias("id")).drop("by_id", "by_key")
    was = known.rename({name: f"was_{name}" for name in FIELDS}).drop("family", strict=False)
    by_system = _by_system_id(keyed, was, identifiers)
    keyed = keyed.join(by_system, on="who", how="left", maintain_order="left")
    keyed = keyed.with_columns(
        pl.coalesce("id", "same_id").alias("id"), (pl.col("id") == pl.col("any_id")).alias("both")
    )
    return keyed.join(was, on="id", how="left", maintain_order="left")


def _by_system_id(
    keyed: pl.DataFrame, was: pl.DataFrame, identifiers: pl.DataFrame
) -> pl.DataFrame:
    """(who, any_id, same_id): the child whom the system's id names; `same_id` if born that day and
    nobody else of the extract.
    """
    named = identifiers.select(pl.col("value").alias("system_id"), pl.col("child").alias("any_id"))
    found = keyed.select("who", "system_id", "id", "birth_date").join(named, on="system_id")
    found = found.join(was.select(any_id="id", was="was_birth_date"), on="any_id", how="left")
    taken = pl.col("any_id").is_in(keyed["id"].drop_nulls().implode())
    same = (pl.col("birth_date") == pl.col("was")).fill_null(False) & ~taken
    return found.select("who", "any_id", pl.when(same).then("any_id").alias("same_id"))


def _contradicts() -> pl.Expr:
    """Two known dates that differ, unless both ids agree and one date is an estimate, or a person
    decided.
    """
    differ = pl.col("birth_date") != pl.col("was_birth_date")
    estimate = pl.col("birth_date_estimated") | pl.col("was_birth_date_estimated")
    undecided = differ.fill_null(False) & pl.col("state").is_null()
    return undecided & ~(pl.col("both").fill_null(False) & estimate)


def _changed(there: pl.DataFrame) -> pl.DataFrame:
    """What the extract says and Heard does not have."""
    said = there.select(
        "id",
        pl.col("was_authority_id").alias("authority_id"),
        *_birth(),
        _sex().alias("sex"),
        pl.coalesce("expected_birth_date", "was_expected_birth_date").alias("expected_birth_date"),
        # What is restricted stays so: only a person takes it off.
        (pl.col("restricted") | pl.col("was_restricted")).alias("restricted"),
        *(
            pl.when(pl.col(text) == "").then(f"was_{text}").otherwise(text).alias(text)
            for text in _TEXTS
        ),
    ).select("id", *FIELDS)
    was = there.select("id", *(pl.col(f"was_{name}").alias(name) for name in FIELDS))
    return said.join(was, on=["id", *FIELDS], how="anti", nulls_equal=True)


def _birth() -> tuple[pl.Expr, pl.Expr]:
    """A known date stands before an estimate, and a decided one before the other."""
    estimate = (
        pl.col("birth_date_estimated")
        & ~pl.col("was_birth_date_estimated")
        & (pl.col("birth_date") != pl.col("was_birth_date"))
        & pl.col("state").is_null()
    )
    keep = pl.col("birth_date").is_null() | estimate | (pl.col("state") == "heard")
    return tuple(  # type: ignore[return-value]  # two names, two expressions
        pl.when(keep.fill_null(False)).then(f"was_{name}").otherwise(name).alias(name)
        for name in ("birth_date", "birth_date_estimated")
    )


def _sex() -> pl.Expr:
    given, was = pl.col("sex"), pl.col("was_sex")
    same = given.replace(SAME_SEX) == was.replace(SAME_SEX)
    return pl.when((given == "") | same).then(was).otherwise(given)
