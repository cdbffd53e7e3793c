"""Percentages from exact fractions, so that two programs always agree on the last digit."""

from collections.abc import Sequence


def tenths(numerator: int, denominator: int) -> int:
    """Return numerator / denominator in tenths of a percent, rounded half up."""
    return (2000 * numerator + denominator) // (2 * denominator)


def percent(numerator: int, denominator: int) -> float | None:
    """Return a percentage with one decimal place, half up; None when the denominator is 0."""
    if denominator == 0:
        return None
    return tenths(numerator, denominator) / 10


def whole_percent(numerator: int, denominator: int) -> int | None:
    """Return a whole percentage, half up; None when the denominator is 0."""
    if denominator == 0:
        return None
    return (200 * numerator + denominator) // (2 * denominator)


def shares(counts: Sequence[int]) -> list[float | None]:
    """Return each count's percentage of their sum, by largest remainder, adding to 100.0.

    Each is cut to tenths; the missing tenths go one each to the largest remainders, and of equal
    remainders to the earlier line. 1, 1 and 14 give 6.3, 6.2 and 87.5. All None when the sum is 0.
    """
    total = sum(counts)
    if total == 0:
        return [None] * len(counts)
    cut = [divmod(1000 * count, total) for count in counts]
    missing = 1000 - sum(whole for whole, _ in cut)
    by_remainder = sorted(range(len(cut)), key=lambda line: -cut[line][1])
    raised = set(by_remainder[:missing])
    return [(whole + (line in raised)) / 10 for line, (whole, _) in enumerate(cut)]
