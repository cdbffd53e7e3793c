"""Points, the answers about them, the evidence that an answer names, and assessments."""

from heard.child.evidence.models.assessment import Assessment
from heard.child.evidence.models.named import EVIDENCE, EvidenceNamed
from heard.child.evidence.models.point import ANSWERS, KINDS, Confirmation, Point

__all__ = [
    "ANSWERS",
    "EVIDENCE",
    "KINDS",
    "Assessment",
    "Confirmation",
    "EvidenceNamed",
    "Point",
]
