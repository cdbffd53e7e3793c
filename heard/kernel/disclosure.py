"""Small-number protection of figures that leave an authority, in the style of DfE's statistics.

Counts of 1 to 5 are hidden, and percentages whose numerator or complement is 1 to 5. What a hidden
count could be worked out from is hidden too: see `suppression`.
"""

from heard.kernel.counting import whole_percent

CONFIDENTIAL = "c"
NOT_APPLICABLE = "z"
UNAVAILABLE = "x"
ROUNDS_TO_ZERO = "k"
LOW_RELIABILITY = "u"
SYMBOLS = {
    CONFIDENTIAL: "confidential: hidden because it could show a single person",
    NOT_APPLICABLE: "not applicable",
    UNAVAILABLE: "not available, or not returned",
    ROUNDS_TO_ZERO: "rounds to 0 but is not 0",
    LOW_RELIABILITY: "of low reliability",
}
SMALLEST, LARGEST = 1, 5

Cell = int | str


def is_small(count: int) -> bool:
    """Say whether a count could show a single person: 1 to 5. A true 0 may be shown."""
    return SMALLEST <= count <= LARGEST


def count_cell(count: int) -> Cell:
    """Return a count as it may be published on its own."""
    return CONFIDENTIAL if is_small(count) else count


def percent_cell(numerator: int, denominator: int) -> Cell:
    """Return a whole percentage as it may be published: z of nothing, c, k, or the number."""
    if denominator == 0:
        return NOT_APPLICABLE
    if is_small(numerator) or is_small(denominator - numerator):
        return CONFIDENTIAL
    whole = whole_percent(numerator, denominator)
    if whole is None:
        return NOT_APPLICABLE
    return ROUNDS_TO_ZERO if whole == 0 and numerator else whole


def nearest_ten(count: int) -> Cell:
    """Return a count of a region or of England, to the nearest 10, half up; k if that hides it."""
    rounded = (count + 5) // 10 * 10
    return ROUNDS_TO_ZERO if rounded == 0 and count else rounded
