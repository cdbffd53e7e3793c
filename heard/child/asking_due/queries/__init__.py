"""Every read of askings: those of a child, who is to be asked soon, decisions, and facts opened."""

from heard.child.asking_due.models import Exemption
from heard.child.asking_due.queries.deciding import (
    Proposal,
    in_force,
    one_decision,
    proposal_for,
    proposals,
    to_decide,
)
from heard.child.asking_due.queries.opened import (
    NOT_FOUND as OPENED_NOT_FOUND,
)
from heard.child.asking_due.queries.opened import (
    AskingFact,
    AskingSeen,
    Opened,
    askings_of,
    decisions_of,
    fact_page,
)
from heard.child.asking_due.queries.soon import SOON, Due, due_soon
from heard.child.people.models import Child

# A page answers all alike: there is nothing here for you.
NOT_FOUND = (*OPENED_NOT_FOUND, Child.DoesNotExist, Exemption.DoesNotExist)

__all__ = [
    "NOT_FOUND",
    "SOON",
    "AskingFact",
    "AskingSeen",
    "Due",
    "Opened",
    "Proposal",
    "askings_of",
    "decisions_of",
    "due_soon",
    "fact_page",
    "in_force",
    "one_decision",
    "proposal_for",
    "proposals",
    "to_decide",
]
