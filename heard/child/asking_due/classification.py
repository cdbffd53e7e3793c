"""What each field of askings, talks and decisions is, how long kept, how a copy is scrubbed."""

from heard.child.people.classification import CASE, DAY, ID, LINK, SOURCE, STAFF, WORDS
from heard.foundations.access.classified import Classified

HOW = Classified("Who asked, whom, and how; no words and no score", CASE, "kept")

CLASSIFIED = {
    "Asking.id": ID,
    "Asking.authority_asking_id": Classified(
        "The authority's own id of the asking", CASE, "made anew"
    ),
    "Asking.child": LINK,
    "Asking.asked_on": DAY,
    "Asking.asked_by": HOW,
    "Asking.asked_of": HOW,
    "Asking.filled_in_how": HOW,
    "Asking.declined": HOW,
    "Asking.source": SOURCE,
    "Talk.id": ID,
    "Talk.asking": LINK,
    "Talk.talked_on": DAY,
    "Talk.source": SOURCE,
    "Exemption.id": ID,
    "Exemption.child": LINK,
    "Exemption.from_date": DAY,
    "Exemption.to_date": DAY,
    "Exemption.reason": WORDS,
    "Exemption.agreed_by": STAFF,
    "Exemption.agreed_on": DAY,
    "Exemption.ended_by": STAFF,
    "Exemption.ended_why": WORDS,
    "Exemption.source": SOURCE,
}
