"""What each field of a point and its answers is, how long kept, how a copy is scrubbed."""

from heard.child.people.classification import CASE, DAY, ID, LINK, SOURCE, STAFF, WORDS
from heard.foundations.access.classified import Classified

KIND = Classified("Assessment or closure", CASE, "kept")
POINT_ID = Classified("The authority's own id of the assessment or closure", CASE, "made anew")
PIECES = Classified("How many pieces of evidence an answer names", CASE, "kept")

CLASSIFIED = {
    "Point.id": ID,
    "Point.kind": KIND,
    "Point.authority_point_id": POINT_ID,
    "Point.child": LINK,
    "Point.day": DAY,
    "Point.source": SOURCE,
    "Confirmation.id": ID,
    "Confirmation.kind": KIND,
    "Confirmation.authority_point_id": POINT_ID,
    "Confirmation.child": LINK,
    "Confirmation.answer": Classified("The manager's answer", CASE, "kept"),
    "Confirmation.reason": WORDS,
    "Confirmation.answered_on": DAY,
    "Confirmation.answered_by": STAFF,
    "Confirmation.sequence": Classified("The order in which answers were recorded", CASE, "kept"),
    "Confirmation.source": SOURCE,
    "Confirmation.heard_pieces": PIECES,
    "Confirmation.responded_pieces": PIECES,
    "EvidenceNamed.id": ID,
    "EvidenceNamed.confirmation": LINK,
    "EvidenceNamed.kind": Classified("Heard, or responded to", CASE, "kept"),
    "EvidenceNamed.said": LINK,
    "EvidenceNamed.step": LINK,
    "EvidenceNamed.review": LINK,
    "EvidenceNamed.reference": WORDS,
    "Assessment.id": ID,
    "Assessment.reference": WORDS,
    "Assessment.put_up_by": STAFF,
    "Assessment.put_up_at": DAY,
    "Assessment.authorised_by": STAFF,
    "Assessment.authorised_at": DAY,
    "Assessment.sent_back_at": DAY,
    "Assessment.sent_back_why": WORDS,
}
