"""Persons: who is a child, which ids they have, and when they were born.

An estimated date of birth stands in pers_expected_dob, as an unborn child's does: one that has
passed is an estimate. Parents who are clients themselves are in the table too, and are no children.
"""

import datetime

import polars as pl

from heard.edges.integrations.systems.ssd.cells import day, does_not_say_no, unreadable
from heard.edges.integrations.systems.ssd.loading.fates import Rule, judged, repeated
from heard.edges.integrations.systems.ssd.parts import Reading

LONGEST_ID = 64
GROWN_UP = 26  # until then a person is in the extract as a child or a care leaver
_ID = r"[\p{Cc}\x{FFFD}]"
_SEX = {"MALE": "M", "FEMALE": "F", "UNKNOWN": "U", "1": "M", "2": "F"}
_ETHNICITY = {"CNHE": "CHNE"}  # a slip of the specification, which extracts copy
NAMES = 300
PERSON = (
    *("person", "authority_id", "born", "estimated", "expected", "sex", "ethnicity"),
    *("given_name", "family_name", "restricted", "died"),
)


def persons(reading: Reading, today: datetime.date) -> pl.DataFrame:
    """Every row of ssd_person with PERSON, fate and reason. Who is a child is said later."""
    rows = reading.table("ssd_person").with_columns(
        pl.coalesce("legacy", "person").alias("authority_id"),
        *_births(today),
        day("died").alias("died"),
        _short(pl.col("sex").str.to_uppercase().replace(_SEX)).alias("sex"),
        _short(pl.col("ethnicity").str.to_uppercase().replace(_ETHNICITY)).alias("ethnicity"),
        pl.col("given_name").str.slice(0, NAMES).fill_null(""),
        pl.col("family_name").str.slice(0, NAMES).fill_null(""),
        does_not_say_no("restricted").alias("restricted"),
    )
    rows = judged(rows, *_rules(today))
    rows = repeated(rows, *PERSON)
    rows = _who_is_one_person(rows)
    return rows.with_columns(pl.col("authority_id").str.to_uppercase().alias("key"))


def _births(today: datetime.date) -> tuple[pl.Expr, ...]:
    born, expected = day("born"), day("expected")
    passed = born.is_null() & (expected < today)
    return (
        unreadable("born").alias("bad_born"),
        pl.coalesce(born, pl.when(passed).then(expected)).alias("born"),
        passed.fill_null(False).alias("estimated"),
        pl.when(born.is_null() & (expected >= today)).then(expected).alias("expected"),
    )


def _short(text: pl.Expr) -> pl.Expr:
    return text.str.slice(0, LONGEST_ID).fill_null("")


def _rules(today: datetime.date) -> tuple[Rule, ...]:
    blank = pl.col("person").is_null()
    unfit = pl.any_horizontal(
        (pl.col(c).str.len_chars() > LONGEST_ID) | pl.col(c).str.contains(_ID)
        for c in ("person", "authority_id")
    )
    return (
        Rule(blank, "aside", "The person's id (pers_person_id) is blank."),
        Rule(
            unfit,
            "aside",
            f"The person's id is longer than {LONGEST_ID} characters or has characters that no id "
            "has.",
        ),
        Rule(
            pl.col("bad_born"),
            "aside",
            "The date of birth (pers_dob) is no date. Write year-month-day.",
        ),
        Rule(
            pl.col("born") > today,
            "aside",
            "The date of birth (pers_dob) lies in the future. An unborn child's due date belongs "
            "in pers_expected_dob.",
        ),
    )


def _who_is_one_person(rows: pl.DataFrame) -> pl.DataFrame:
    """One person id is one child, and one id of the authority is one person."""
    fit = pl.col("fate") == "used"
    births = pl.struct("born", "expected").filter(fit).n_unique()
    ids = pl.col("authority_id").filter(fit).n_unique()
    contradicted = (births.over("person") > 1) | (ids.over("person") > 1)
    shared = pl.col("person").filter(fit).n_unique().over(pl.col("authority_id").str.to_uppercase())
    rows = judged(
        rows,
        Rule(
            contradicted,
            "aside",
            "This person is in the extract twice, with different dates of birth or ids. Settle "
            "which is right.",
        ),
        Rule(
            shared > 1,
            "aside",
            "Two persons have the same id of the authority (pers_legacy_id). Settle whose it is.",
        ),
    )
    return repeated(rows, "person")


def children_among(
    rows: pl.DataFrame, at_child_level: pl.Series, today: datetime.date
) -> pl.DataFrame:
    """Leave out the adults: 26 or older (or of no known age) with nothing at the level of a child.

    `at_child_level`: ids of the persons who have a plan, an episode or an allocated worker.
    """
    young = pl.coalesce("born", "expected") > _years_before(today, GROWN_UP)
    child = young.fill_null(False) | pl.col("person").is_in(at_child_level.implode())
    words = "An adult who is a client only as a parent or carer."
    return judged(rows, Rule(~child, "left", words))


def _years_before(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
