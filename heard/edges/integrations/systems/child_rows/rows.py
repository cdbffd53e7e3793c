"""What one row of an extract says about one child, and what an extract holds."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from heard.edges.integrations.tables.findings import Refused


class ChildRow(NamedTuple):
    """One row as text. `level`: the kind of plan whose days it gives; blank for none.

    `worker` and `team`: who has the child now. `disability`: codes with spaces between; `no` says
    only that there is none, which a list of codes of another system outweighs.
    """

    table: str
    file: str
    line: int
    raw: str
    child_id: str
    born: str = ""
    expected: str = ""
    sex: str = ""
    ethnicity: str = ""
    disability: str = ""
    level: str = ""
    starts: str = ""
    ends: str = ""
    worker: str = ""
    team: str = ""


class Aside(NamedTuple):
    """A row that is not loaded, as it was sent, and why."""

    table: str
    file: str
    line: int
    reason: str
    raw: str


@dataclass
class Extract:
    """What was read. `left`: rows of a table that are rightly not loaded, with the reason.

    `authority`: the three-digit code of the authority that the extract names; blank for none.
    """

    rows: list[ChildRow] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    left: Counter[tuple[str, str]] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    authority: str = ""
