"""The order in which a return keeps its facts, so that any page of any figure opens at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from heard.kernel.return_spec.fact import Fact


class Group(NamedTuple):
    """A run of facts of one line, answer and rule: where it begins and how many there are."""

    first: int
    size: int
    item: str
    line: str
    counted: str
    rule: str


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts in the order in which a return keeps them.

    Facts of one line, answer and rule stand together; in a group by day, child and ref, those
    without a day last.
    """
    together: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        together[fact.item, fact.line, fact.counted, fact.rule].append(fact)
    return [
        fact
        for key in sorted(together)
        for fact in sorted(together[key], key=lambda f: (f.day or date.max, f.child, f.ref))
    ]


def groups_of(facts: Sequence[Fact]) -> Iterator[Group]:
    """Yield the groups of facts that stand in order; positions count from 0."""
    first = 0
    for key, run in groupby(facts, key=lambda f: (f.item, f.line, f.counted, f.rule)):
        size = sum(1 for _ in run)
        yield Group(first, size, *key)
        first += size


def window(groups: Iterable[Group], offset: int, limit: int) -> list[tuple[int, int]]:
    """Return the (first, last) positions of `limit` facts of the groups after `offset` of them."""
    spans: list[tuple[int, int]] = []
    for group in groups:
        if limit <= 0:
            break
        if offset >= group.size:
            offset -= group.size
            continue
        taken = min(limit, group.size - offset)
        spans.append((group.first + offset, group.first + offset + taken - 1))
        offset, limit = 0, limit - taken
    return spans
