"""What bringing in a return would change in Heard: worked out first, then done or only shown."""

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from heard.child.people.intake import known_children, known_work
from heard.child.reviews.intake import known_reviews
from heard.edges.imports.loading.periods import Periods, compare_periods
from heard.edges.imports.ssda903.gathered import Gathered
from heard.edges.imports.ssda903.reviews import LEVEL, Reviews, compare_reviews
from heard.edges.imports.ssda903.who import Children, identify

_REASON = pl.format(
    "Heard knows this child with another date of birth ({}; the return says {}). It may be another "
    "child: a person decides.",
    pl.col("birth_date").dt.strftime("%d/%m/%Y"),
    pl.col("born").dt.strftime("%d/%m/%Y"),
)
_TABLES = ("Header", "Reviews", "Episodes")


@dataclass(frozen=True)
class Plan:
    """The changes; every row that is set aside (table, file, line, reason, raw); and every row
    that stands behind what is loaded or known (table, raw).
    """

    children: Children
    reviews: Reviews
    care: Periods
    quarantined: pl.DataFrame
    loaded: pl.DataFrame
    contradicted: dict[str, int]

    @property
    def changes_anything(self) -> bool:
        """Whether anything about a child would be other than it is."""
        parts = (self.children, self.reviews, self.care)
        return any(p.new.height for p in parts) or self._changed > 0

    @property
    def _changed(self) -> int:
        return self.children.changed.height + self.care.changed.height


def make_plan(found: Gathered, set_aside: Collection[str]) -> Plan:
    """Compare a return with Heard."""
    children = identify(found, known_children())
    reviews = found.reviews.join(children.ids, on="key", maintain_order="left")
    periods = found.periods.join(children.ids, on="key", maintain_order="left")
    others = _of_others(found, children)
    return Plan(
        children=children,
        reviews=compare_reviews(reviews, known_reviews(LEVEL), set_aside),
        care=compare_periods(periods, known_work(), LEVEL, found.reaches),
        quarantined=pl.concat([found.quarantined, others]),
        loaded=_sent(found).join(others, on=["table", "raw"], how="anti"),
        contradicted={t: others.filter(pl.col("table") == t).height for t in _TABLES},
    )


def _used(found: Gathered) -> dict[str, pl.DataFrame]:
    """The rows of each table that were fit to load."""
    rows = (found.children, found.reviews, found.episode_rows)
    return dict(zip(_TABLES, (frame.select("row").drop_nulls() for frame in rows), strict=True))


def _sent(found: Gathered) -> pl.DataFrame:
    tables = [
        found.reading.table(table)
        .join(rows, on="row", how="semi")
        .select(table=pl.lit(table), raw="raw")
        for table, rows in _used(found).items()
    ]
    return pl.concat(tables)


def _of_others(found: Gathered, children: Children) -> pl.DataFrame:
    """Every row about a child whom Heard knows with another birth date."""
    key = pl.col("CHILD").str.strip_chars().str.to_uppercase().alias("key")
    frames = [found.quarantined.clear()]
    for table, rows in _used(found).items():
        sent = found.reading.table(table).with_columns(key)
        sent = sent.join(rows, on="row", how="semi")
        about = sent.join(children.others, on="key", how="inner", maintain_order="left")
        about = about.with_columns(pl.lit(table).alias("table"), _REASON.alias("reason"))
        frames.append(about.select(found.quarantined.columns))
    return pl.concat(frames)
