"""Every read of points: those of a child, what waits, one child's evidence, one behind a figure."""

from heard.child.evidence.models import Assessment
from heard.child.evidence.queries.gathering import (
    AtPoint,
    Gathered,
    at_point,
    piece_of,
    readable_review,
)
from heard.child.evidence.queries.opened import (
    NOT_FOUND as OPENED_NOT_FOUND,
)
from heard.child.evidence.queries.opened import Answer, PointFact, fact_page, points_of
from heard.child.evidence.queries.waiting import (
    Waiting,
    assessments_waiting,
    one_assessment,
    sent_back,
    to_put_up,
    waiting,
)
from heard.child.people.models import Child
from heard.child.people.opened_facts import NoSuchFact
from heard.child.voice.models import Said

# A page answers all alike: there is nothing here for you.
NOT_FOUND = (
    *(*OPENED_NOT_FOUND, NoSuchFact),
    *(Child.DoesNotExist, Said.DoesNotExist, Assessment.DoesNotExist),
)

__all__ = [
    "NOT_FOUND",
    "Answer",
    "AtPoint",
    "Gathered",
    "PointFact",
    "Waiting",
    "assessments_waiting",
    "at_point",
    "fact_page",
    "one_assessment",
    "piece_of",
    "points_of",
    "readable_review",
    "sent_back",
    "to_put_up",
    "waiting",
]
