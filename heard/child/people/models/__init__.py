"""Children, their families and networks, workers, teams, and who may read whose record."""

from heard.child.people.models.child import Child, Family, Identifier
from heard.child.people.models.network import TIES, Adult, AdvocateOf, Tie
from heard.child.people.models.reading import NamedReader, OpenedGlass
from heard.child.people.models.work import LEVELS, Allocation, Team, Work, Worker

__all__ = [
    "LEVELS",
    "TIES",
    "Adult",
    "AdvocateOf",
    "Allocation",
    "Child",
    "Family",
    "Identifier",
    "NamedReader",
    "OpenedGlass",
    "Team",
    "Tie",
    "Work",
    "Worker",
]
