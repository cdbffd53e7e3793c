"""What a device that is in somebody's hands opens."""

from typing import NamedTuple


class Pages(NamedTuple):
    """The pages for one person, by their paths.

    `opens`: these and all below them open, nothing else. `first`: every other address leads there.
    `back_to`: where the worker goes on after unlocking.
    """

    opens: tuple[str, ...]
    first: str
    back_to: str

    def open(self, path: str) -> bool:
        """Say whether a path is one of these pages, or below one."""
        return path.startswith(self.opens)
