"""How far an import is: words and a percentage, told to whoever listens."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[str, int], None]


def silent(words: str, percent: int) -> None:
    """Tell nobody."""


@contextmanager
def on_the_terminal() -> Iterator[Tell]:
    """Show a bar on the standard error of a terminal; a file or a pipe gets nothing of it."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=100)
        yield lambda words, percent: bar.update(task, description=words, completed=percent)
