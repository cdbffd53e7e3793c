"""The Standard Safeguarding Dataset (SSD): reading an extract and sorting its rows out.

Reading: `read_ssd`, from a folder of CSV files or from a `Database`. Sorting: `sort_out`.
"""

from heard.edges.integrations.systems.ssd.from_postgres import Database
from heard.edges.integrations.systems.ssd.loading.everything import Sorted, sort_out
from heard.edges.integrations.systems.ssd.parts import Reading
from heard.edges.integrations.systems.ssd.reading import read_ssd

__all__ = ["Database", "Reading", "Sorted", "read_ssd", "sort_out"]
