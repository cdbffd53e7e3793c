"""What each field of the child's record is, how long it is kept, and how a copy is scrubbed."""

from heard.foundations.access.classified import Classified

CASE = "With the child's record, to their 75th birthday where looked after (S0; safety.md)"
ID = Classified("Heard's own id, says nothing", CASE, "kept")
LINK = Classified("Which row it belongs to", CASE, "kept")
SOURCE = Classified("Which file or screen the row came from", CASE, "kept")
PERSONAL = Classified("Personal data of a child", CASE, "invented again")
DAY = Classified("A day in the child's life", CASE, "moved by the same random number of days")
WORDS = Classified("An adult's words about the record", CASE, "emptied")
ADULT = Classified("Personal data of a parent, carer or friend", CASE, "invented again")
TIE = Classified("What an adult is to a child", CASE, "kept")
STAFF = Classified("Who works here", "6 years after they leave", "invented again")

CLASSIFIED = {
    **{
        f"{m}.id": ID
        for m in (
            *("Child", "Family", "Identifier", "Work", "Worker", "Team", "Allocation"),
            *("NamedReader", "OpenedGlass", "Adult", "Tie", "AdvocateOf"),
        )
    },
    **{
        f"{m}.child": LINK
        for m in (
            *("Work", "Allocation", "NamedReader", "OpenedGlass"),
            *("Identifier", "Tie", "AdvocateOf"),
        )
    },
    **{f"Adult.{f}": ADULT for f in ("name", "language", "interpreter", "communication")},
    "Adult.contact": ADULT,
    "Adult.source": SOURCE,
    "AdvocateOf.staff": LINK,
    "AdvocateOf.since": DAY,
    "AdvocateOf.until": DAY,
    "Child.known_as": PERSONAL,
    "Child.language": PERSONAL,
    "Child.interpreter": PERSONAL,
    "Child.communication": PERSONAL,
    "Child.disability": PERSONAL,
    "Child.family": LINK,
    "Family.name": PERSONAL,
    "Identifier.system": Classified("Which system the id is of", CASE, "kept"),
    "Identifier.value": PERSONAL,
    "Tie.adult": LINK,
    "Tie.kind": TIE,
    "Tie.relation": TIE,
    "Tie.parental_responsibility": TIE,
    "Tie.chosen_by_child": TIE,
    "Tie.helps_with": WORDS,
    "Tie.since": DAY,
    "Tie.until": DAY,
    "Worker.authority_id": STAFF,
    "Allocation.source": SOURCE,
    "Child.authority_id": PERSONAL,
    "Child.given_name": PERSONAL,
    "Child.family_name": PERSONAL,
    "Child.birth_date": PERSONAL,
    "Child.birth_date_estimated": PERSONAL,
    "Child.expected_birth_date": PERSONAL,
    "Child.sex": PERSONAL,
    "Child.ethnicity": PERSONAL,
    "Child.restricted": Classified("Whether the record is restricted", CASE, "kept"),
    "Child.source": SOURCE,
    "Work.level": Classified("The kind of plan", CASE, "kept"),
    "Work.start_date": DAY,
    "Work.end_date": DAY,
    "Work.source": SOURCE,
    "Worker.name": STAFF,
    "Worker.staff": LINK,
    "Worker.team": LINK,
    "Team.name": STAFF,
    "Team.manager": LINK,
    "Allocation.worker": LINK,
    "Allocation.start_date": DAY,
    "Allocation.end_date": DAY,
    "NamedReader.staff": LINK,
    "NamedReader.reason": WORDS,
    "NamedReader.named_at": DAY,
    "OpenedGlass.staff": LINK,
    "OpenedGlass.reason": WORDS,
    "OpenedGlass.opened_at": DAY,
    "OpenedGlass.until": DAY,
}
