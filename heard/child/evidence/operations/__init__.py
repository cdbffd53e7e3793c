"""Points, assessments put up and authorised, and the manager's answers with their evidence."""

from heard.child.evidence.operations.assessing import AlreadyOver, authorise, put_up, send_back
from heard.child.evidence.operations.confirming import (
    AnsweredMeanwhile,
    NoEvidence,
    Piece,
    PieceOfAnother,
    confirm,
)
from heard.child.evidence.operations.reaching import reach_point

__all__ = [
    "AlreadyOver",
    "AnsweredMeanwhile",
    "NoEvidence",
    "Piece",
    "PieceOfAnother",
    "authorise",
    "confirm",
    "put_up",
    "reach_point",
    "send_back",
]
