"""Children whom Heard knows with another birth date: all rows about them are set aside."""

from dataclasses import replace

import polars as pl

from heard.edges.integrations.systems.ssd import Sorted
from heard.edges.integrations.systems.ssd.loading.fates import Rule, judged
from heard.edges.integrations.systems.ssd.loading.whose import OWN_ASIDE


def without(found: Sorted, others: pl.DataFrame) -> Sorted:
    """Set every row about the others (who, reason, ...) aside, each with its reason."""
    if others.is_empty():
        return found
    fates = {}
    for table, rows in found.fates.items():
        fates[table] = rows
        if table == "ssd_person":
            named = others.select(person="who", why="reason")
            rows = rows.join(named, on="person", how="left", maintain_order="left")
            fates[table] = judged(rows, Rule(pl.col("why").is_not_null(), "aside", pl.col("why")))
        elif "who" in rows.columns:
            of_them = pl.col("who").is_in(others["who"].implode())
            fates[table] = judged(rows, Rule(of_them, "aside", OWN_ASIDE))
    return replace(
        found,
        fates=fates,
        children=found.children.join(others, left_on="person", right_on="who", how="anti"),
        periods=found.periods.join(others, on="who", how="anti"),
        reviews=found.reviews.join(others, on="who", how="anti"),
    )
