"""What each field of a feedback form is, how long it is kept, and how a copy is scrubbed."""

from heard.child.people.classification import CASE, DAY, ID, LINK, WORDS
from heard.foundations.access.classified import Classified

OWN = Classified("The person's own words, exactly", CASE, "emptied")
FACT = Classified("How a form was given and filled in, and how far it has come", CASE, "kept")
CHOSEN = Classified("What the person chose about their form", CASE, "kept")
SCORE = Classified("A number from 1 to 5; it stays in the relationship (law 3)", CASE, "dropped")
WORDING = Classified("How the authority words its forms: about nobody", "for good", "kept")

CLASSIFIED = {
    **{f"{m}.id": ID for m in ("Form", "Answer", "HastyNote", "OwnWording")},
    **{f"Form.{f}": LINK for f in ("child", "adult", "meeting", "asked_by", "said")},
    **{f"Form.{f}": FACT for f in ("kind", "key", "version", "language", "variant", "plan")},
    **{f"Form.{f}": FACT for f in ("asked_as", "how", "interpreter_language", "conversation")},
    **{f"Form.{f}": FACT for f in ("days_since_start", "meetings_so_far", "state", "soon")},
    "Form.in_room": WORDS,
    "Form.declined_reason": OWN,
    **{f"Form.{f}": CHOSEN for f in ("share_when", "rather", "shared_with_family")},
    **{f"Form.{f}": DAY for f in ("asked_on", "offered_at", "handed_in_at", "shared_at")},
    "Answer.form": LINK,
    "Answer.typed_by": LINK,
    **{f"Answer.{f}": FACT for f in ("question", "number", "state", "simpler_used")},
    "Answer.written_right": FACT,
    "Answer.score": SCORE,
    "Answer.words": OWN,
    "Answer.happened_at": DAY,
    "Answer.received_at": DAY,
    "HastyNote.form": LINK,
    "HastyNote.staff": LINK,
    "HastyNote.words": WORDS,
    "HastyNote.noted_at": DAY,
    **{f"OwnWording.{f}": WORDING for f in ("key", "version", "language", "kind", "content")},
    "OwnWording.added_by": LINK,
    **{f"OwnWording.{f}": WORDING for f in ("added_at", "withdrawn_at")},
}
