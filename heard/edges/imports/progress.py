"""How far an import is: words and a percentage, told to whoever listens."""

from collections.abc import Callable

Tell = Callable[[str, int], None]


def silent(words: str, percent: int) -> None:
    """Tell nobody."""
