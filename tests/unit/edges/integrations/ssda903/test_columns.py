"""Tables are known by their set of columns, whatever the file is called."""

import pytest

from heard.edges.integrations.systems.ssda903.columns import TABLES, recognise


@pytest.mark.parametrize("table", TABLES)
def test_each_table_is_known_by_its_columns_in_any_order(table: str) -> None:
    assert recognise(sorted(TABLES[table])).table == table


def test_columns_too_many_are_named_and_tolerated() -> None:
    match = recognise([*TABLES["Episodes"], "TEST_COLUMN"])
    assert (match.table, match.extra) == ("Episodes", ("TEST_COLUMN",))


def test_the_table_with_the_most_columns_wins() -> None:
    match = recognise([*TABLES["Header"], "DUC"])
    assert (match.table, match.extra) == ("Header", ("DUC",))


def test_a_missing_column_is_named_with_the_table_that_it_nearly_is() -> None:
    match = recognise(["CHILD", "DOB", "REVIEW"])
    assert (match.table, match.nearest, match.missing) == (None, ("Reviews",), ("REVIEW_CODE",))


@pytest.mark.parametrize("columns", [["CHILD", "DOB"], ["CHILD", "DOB", "VISIT"], ["Rule code"]])
def test_columns_that_many_tables_share_are_near_to_none(columns: list[str]) -> None:
    assert recognise(columns).nearest == ()
