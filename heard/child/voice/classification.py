"""What each field of what was said is, how long it is kept, and how a copy is scrubbed."""

from heard.child.people.classification import CASE, DAY, ID, LINK, WORDS
from heard.foundations.access.classified import Classified

OWN = Classified("The person's own words, exactly", CASE, "emptied")
CHOSEN = Classified("Who may see it, as its speaker chose", CASE, "kept")
FACT = Classified("How and where it was said, and how far its loop has come", CASE, "kept")
SECRET = Classified("A keyed hash; it opens nothing by itself", "90 days", "dropped")

CLASSIFIED = {
    **{f"{m}.id": ID for m in ("Said", "NamedPerson", "Choice", "Step", "Handover", "Moved")},
    "Link.id": ID,
    **{f"Said.{f}": LINK for f in ("child", "adult", "written_by", "meeting", "holder")},
    "Said.words": OWN,
    **{f"Said.{f}": FACT for f in ("speaker", "way", "language", "written_right", "state")},
    **{f"Said.{f}": FACT for f in ("soon", "asked_how_it_goes")},
    **{f"Said.{f}": DAY for f in ("happened_on", "received_at", "answer_by", "opened_at")},
    "Said.to_manager_at": DAY,
    "Said.audience": CHOSEN,
    "Said.not_parents": CHOSEN,
    **{f"NamedPerson.{f}": LINK for f in ("said", "staff", "adult")},
    "NamedPerson.until": DAY,
    "Choice.said": LINK,
    **{f"Choice.{f}": CHOSEN for f in ("audience", "not_parents", "by_speaker")},
    "Choice.chosen_at": DAY,
    **{f"Step.{f}": LINK for f in ("said", "staff", "to_worker")},
    **{f"Step.{f}": FACT for f in ("number", "move", "by", "person_told")},
    **{f"Step.{f}": DAY for f in ("happened_on", "recorded_at", "due")},
    "Step.words": WORDS,
    "TalkedOver.step": LINK,
    **{f"TalkedOver.{f}": WORDS for f in ("about", "learned", "will_change", "cannot_change")},
    "TalkedOver.by_when": DAY,
    **{f"Handover.{f}": LINK for f in ("child", "before", "after")},
    **{f"Handover.{f}": DAY for f in ("on", "recorded_at")},
    "Handover.why": FACT,
    "Handover.words": WORDS,
    "Handover.know": OWN,
    "Handover.told_child": FACT,
    **{f"Moved.{f}": LINK for f in ("handover", "said")},
    "Moved.due": DAY,
    "Closing.said": LINK,
    **{f"Closing.{f}": OWN for f in ("changed", "not_changed", "better")},
    "Closing.for_learning": CHOSEN,
    "Ending.id": ID,
    "Ending.child": LINK,
    "Ending.asked": FACT,
    "Ending.why": WORDS,
    **{f"Ending.{f}": DAY for f in ("on", "recorded_at")},
    "Link.key": SECRET,
    "Link.opened_by": SECRET,
    "Link.purpose": FACT,
    "Link.way": FACT,
    **{f"Link.{f}": LINK for f in ("subject", "child", "adult", "made_by")},
    "Link.safe_words": WORDS,
    **{f"Link.{f}": DAY for f in ("made_at", "expires_at", "opened_at", "used_at", "ended_at")},
    "DoorTries.id": ID,
    "DoorTries.since": DAY,
    "DoorTries.count": Classified("How many wrong codes the door saw of late", "a day", "emptied"),
}
