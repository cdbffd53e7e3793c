"""How much a reader takes in before it says no."""

from dataclasses import dataclass

KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE


@dataclass(frozen=True)
class Limits:
    """Bytes per file, bytes per line (and per XML value), files per folder.

    The largest authority's whole return is about 30 MB; no cell of a return needs 1 KB.
    """

    file_bytes: int = 100 * MEGABYTE
    line_bytes: int = 64 * KILOBYTE
    files: int = 500


def in_words(size: int) -> str:
    """A number of bytes as a person says it: 64 KB, 2.1 GB."""
    amount = float(size)
    for unit in ("bytes", "KB", "MB"):
        if amount < 1024:
            return f"{amount:.0f} {unit}"
        amount /= 1024
    return f"{amount:.1f} GB"
