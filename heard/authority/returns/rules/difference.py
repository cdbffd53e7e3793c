"""What differs between two sets of facts and between the figures that they give."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from heard.kernel.return_spec.fact import Fact

Path = tuple[str, ...]


class Moved(NamedTuple):
    """A figure that moved: where it stands in the items, and what it was and is."""

    path: Path
    before: Any
    after: Any


class Difference(NamedTuple):
    """What moved. `changed` holds (before, after) of the same fact."""

    figures: list[Moved]
    added: list[Fact]
    gone: list[Fact]
    changed: list[tuple[Fact, Fact]]

    def __bool__(self) -> bool:
        return any(self)


def flat(items: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield (path, value) of every figure in the items."""
    if isinstance(items, Mapping):
        for key, value in items.items():
            yield from flat(value, (*path, key))
    else:
        yield path, items


def moved(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Moved]:
    """Return the figures that differ, in the order of the return; absent is None."""
    old, new = dict(flat(before)), dict(flat(after))
    paths = dict.fromkeys([*old, *new])
    return [
        Moved(path, old.get(path), new.get(path))
        for path in paths
        if old.get(path) != new.get(path)
    ]


def _same_thing(fact: Fact) -> tuple[str, ...]:
    """Return what makes two facts one thing at two times: the record, not what it counts as."""
    if fact.item == "2c":
        return (fact.item, fact.line, fact.child, fact.ref)
    return (fact.item, fact.ref, fact.child)


def moved_facts(
    before: Iterable[Fact], after: Iterable[Fact]
) -> tuple[list[Fact], list[Fact], list[tuple[Fact, Fact]]]:
    """Return the facts that were added, that are gone, and that changed, each in order."""
    left = Counter(after)
    gone: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in before:
        if left.get(fact, 0):
            left[fact] -= 1
        else:
            gone[_same_thing(fact)].append(fact)
    added, changed = [], []
    for fact in sorted(left.elements(), key=_order):
        earlier = gone.get(_same_thing(fact))
        if earlier:
            changed.append((earlier.pop(0), fact))
        else:
            added.append(fact)
    return added, sorted((f for same in gone.values() for f in same), key=_order), changed


def _order(fact: Fact) -> tuple[str, ...]:
    return tuple(str(value or "") for value in fact)


def difference(
    before: tuple[Mapping[str, Any], Iterable[Fact]],
    after: tuple[Mapping[str, Any], Iterable[Fact]],
) -> Difference:
    """Return what differs between two returns, each given as (items, facts)."""
    added, gone, changed = moved_facts(before[1], after[1])
    return Difference(moved(before[0], after[0]), added, gone, changed)
