"""What bringing in an extract would change in Heard: worked out first, then done or only shown."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from heard.child.people import intake as people
from heard.edges.imports.child_rows.gathered import (
    as_sent,
    children_of,
    loaded,
    periods_of,
    reaches,
)
from heard.edges.imports.child_rows.named_workers import Named, compare_named, who_has_whom
from heard.edges.imports.known import decided_children
from heard.edges.imports.loading.periods import Periods, compare_periods
from heard.edges.imports.loading.who import Children, identify
from heard.edges.integrations.systems.child_rows import Extract, Judged, Said, judge
from heard.edges.integrations.systems.child_rows.judging import set_aside

LEVELS = ("CIN", "CP", "CLA")


@dataclass(frozen=True)
class Plan:
    """The changes. `quarantined`: table, file, line, reason, raw; `loaded`: table, raw."""

    extract: Extract
    said: list[Said]
    children: Children
    work: dict[str, Periods]
    workers: Named
    quarantined: pl.DataFrame
    loaded: pl.DataFrame

    @property
    def changes_anything(self) -> bool:
        """Whether anything about a child or a worker would be other than it is."""
        given = self.workers.allocations
        frames = [self.children.new, self.children.changed, self.workers.teams, self.workers.new]
        frames += [given.new, given.changed]
        frames += [part for level in self.work.values() for part in (level.new, level.changed)]
        return any(frame.height for frame in frames)


def make_plan(extract: Extract, source: str, today: date) -> Plan:
    """Compare an extract with Heard."""
    judged = judge(extract, today)
    known = people.known_children_in_full()
    children = identify(_children(judged, known), known, _no_identifiers(), decided_children())
    others = dict(children.others.select("who", "reason").iter_rows())
    said = [one for one in judged.said if one.key not in others]
    theirs = [set_aside(one.row, others[one.key]) for one in judged.said if one.key in others]
    return Plan(
        extract=extract,
        said=said,
        children=children,
        work=_work(said, children.ids),
        workers=_workers(said, children.ids, source, today),
        quarantined=as_sent([*judged.aside, *theirs]),
        loaded=loaded(said),
    )


def _children(judged: Judged, known: pl.DataFrame) -> pl.DataFrame:
    capitals = known.select(pl.col("authority_id").str.to_uppercase(), "disability")
    return children_of(judged.said, dict(capitals.iter_rows()))


def _no_identifiers() -> pl.DataFrame:
    """Such an extract has the authority's own id and no other."""
    return pl.DataFrame(schema={"child": pl.String, "value": pl.String})


def _work(said: list[Said], ids: pl.DataFrame) -> dict[str, Periods]:
    periods = periods_of(said).join(ids, on="who", maintain_order="left")
    known, last = people.known_work(), reaches(said)
    return {
        level: compare_periods(periods.filter(pl.col("level") == level), known, level, last)
        for level in LEVELS
    }


def _workers(said: list[Said], ids: pl.DataFrame, source: str, today: date) -> Named:
    given = who_has_whom(said).join(ids, on="who").select("child", "name", "team")
    return compare_named(
        given,
        people.known_workers(),
        people.known_teams(),
        people.known_allocations(),
        source,
        today,
    )
