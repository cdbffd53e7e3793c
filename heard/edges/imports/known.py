"""What is known from earlier extracts, as frames for those that come in."""

import polars as pl

from heard.edges.imports.models import ChildToDecide, LastRead
from heard.foundations.deployment.frames import frame


def last_read(source: str) -> pl.DataFrame:
    """Return child and digest of what a system said of each child the last time."""
    return frame(LastRead.objects.filter(source=source), "child", "digest")


def decided_children() -> pl.DataFrame:
    """Return child, born_there and state where somebody said that it is the same child."""
    same = ChildToDecide.objects.filter(state__in=("extract", "heard"))
    return frame(same, "child", "born_there", "state")
