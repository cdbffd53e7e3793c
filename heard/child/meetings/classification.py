"""What each field about a meeting is, how long it is kept, and how a copy is scrubbed."""

from heard.child.people.classification import CASE, DAY, ID, LINK, WORDS
from heard.foundations.access.classified import Classified

FACT = Classified("What kind of meeting it was", CASE, "kept")

CLASSIFIED = {
    "Meeting.id": ID,
    "Meeting.worker": LINK,
    "Meeting.happened_at": DAY,
    "Meeting.received_at": DAY,
    "Meeting.kind": FACT,
    "Meeting.place": WORDS,
    "Meeting.purpose": WORDS,
    "Meeting.conversation": FACT,
    "Meeting.note": WORDS,
    "Present.id": ID,
    "Present.meeting": LINK,
    "Present.child": LINK,
    "Present.adult": LINK,
    "Present.other": WORDS,
    "Present.seen_alone": FACT,
}
