"""Which cells of a table must be hidden so that no small count can be worked out from the rest.

Hiding 1 to 5 is not enough: a total less what is shown gives a hidden cell away, and two hidden
cells with a known sum nearly do. So for each small count the range that a reader could still
narrow it to is worked out exactly, and more cells are hidden until that range holds 1 to 5.

A table with totals is a circulation: each count flows from its row to its column, each total
flows back. How far a hidden cell can go up or down is then a maximum flow.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from heard.kernel.disclosure import LARGEST, SMALLEST, is_small

Place = tuple[int, int]
Node = tuple[str, int]
Capacities = dict[Node, dict[Node, int]]
ENDLESS = 10**12


def with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the table with a last column of row totals and a last row of column totals."""
    table = [[*row, sum(row)] for row in counts]
    return [*table, [sum(column) for column in zip(*table, strict=True)]]


def hidden_cells(counts: Sequence[Sequence[int]]) -> set[Place]:
    """Return the cells to hide, as (row, column) of the table with its totals.

    After it every count from 1 to 5 could be any number from 1 to 5, whatever is added and
    subtracted (a total: from the number of counts in it). Zeros stay: they are true zeros.
    """
    table = with_totals(counts)
    cells = {(r, c): count for r, row in enumerate(table) for c, count in enumerate(row)}
    small = sorted(place for place, count in cells.items() if is_small(count))
    hidden = set(small)
    for place in small:
        least = _least_possible(place, cells)
        while not _is_safe(place, cells, hidden, least):
            hidden.add(_next_to_hide(place, cells, hidden))
    return hidden


def _least_possible(place: Place, cells: Mapping[Place, int]) -> int:
    """Return how low a reader must think a cell can be when every count above 0 is hidden.

    1, but for a total: it is at least as large as the number of counts that it adds up.
    """
    return feasible(place, cells, {other for other, count in cells.items() if count})[0]


def _is_safe(place: Place, cells: Mapping[Place, int], hidden: set[Place], least: int) -> bool:
    low, high = feasible(place, cells, hidden)
    return low <= least and high >= LARGEST


def _next_to_hide(place: Place, cells: Mapping[Place, int], hidden: set[Place]) -> Place:
    """Return the smallest shown count beside the cell, or anywhere when none beside it is left.

    With every count above 0 hidden the cell could be anything, so there is always one to hide.
    """
    shown = [other for other, count in cells.items() if count and other not in hidden]
    beside = [other for other in shown if other[0] == place[0] or other[1] == place[1]]
    return min(beside or shown, key=lambda other: (cells[other], other))


def feasible(place: Place, cells: Mapping[Place, int], hidden: set[Place]) -> tuple[int, int]:
    """Return the least and the most that a hidden cell can be, given all that is shown.

    A reader knows that each hidden cell is at least 1. `cells` is the table with its totals.
    """
    last = max(cells)
    out, back = _ends(place, last)
    others = hidden - {place}
    more = _flow(_capacities(cells, others, last), back, out)
    less = _flow(_capacities(cells, others, last), out, back)
    return max(SMALLEST, cells[place] - less), cells[place] + more


def _ends(place: Place, last: Place) -> tuple[Node, Node]:
    """Return from where to where a cell flows: a count to its column, a total back to its row."""
    row, column = ("row", place[0]), ("column", place[1])
    is_total = (place[0] == last[0]) != (place[1] == last[1])
    return (column, row) if is_total else (row, column)


def _capacities(cells: Mapping[Place, int], hidden: set[Place], last: Place) -> Capacities:
    room: Capacities = defaultdict(lambda: defaultdict(int))
    for place in hidden:
        start, end = _ends(place, last)
        room[start][end] += ENDLESS
        room[end][start] += cells[place] - SMALLEST
    return room


def _flow(room: Capacities, source: Node, sink: Node) -> int:
    """Return the most that can flow from source to sink (shortest paths first)."""
    total = 0
    while total < ENDLESS:
        path = list(_path(room, source, sink))
        if not path:
            break
        amount = min(room[start][end] for start, end in path)
        for start, end in path:
            room[start][end] -= amount
            room[end][start] += amount
        total += amount
    return total


def _path(room: Capacities, source: Node, sink: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the steps of a shortest path with room left, from its end; none: nothing yielded."""
    came_from: dict[Node, Node] = {source: source}
    waiting = deque([source])
    while waiting and sink not in came_from:
        node = waiting.popleft()
        for neighbour, capacity in room[node].items():
            if capacity > 0 and neighbour not in came_from:
                came_from[neighbour] = node
                waiting.append(neighbour)
    while sink in came_from and sink != source:
        yield came_from[sink], sink
        sink = came_from[sink]
