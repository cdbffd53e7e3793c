"""A return as the file that the national statistics service publishes: data and metadata CSV."""

from heard.kernel.return_spec.ees.publication import (
    Area,
    Publication,
    as_csv,
    file_names,
    publication,
)
from heard.kernel.return_spec.ees.screener import read_csv, screen

__all__ = [
    "Area",
    "Publication",
    "as_csv",
    "file_names",
    "publication",
    "read_csv",
    "screen",
]
