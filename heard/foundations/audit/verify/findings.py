"""What is wrong with a trail, in words."""

from typing import NamedTuple

KEEP = 1000  # findings kept in full; all are counted


class Finding(NamedTuple):
    """One thing that is wrong: the number of the event (0: none in particular), and words."""

    event: int
    words: str


class Findings:
    """Collects findings: the first thousand in full, the number of all."""

    def __init__(self) -> None:
        self.kept: list[Finding] = []
        self.count = 0

    def add(self, event: int, words: str) -> None:
        """Note one thing that is wrong."""
        self.count += 1
        if len(self.kept) < KEEP:
            self.kept.append(Finding(event, words))
