"""What each field of a return is, how long it is kept, and how a copy is scrubbed."""

from heard.foundations.access.classified import Classified

RETURN = "25 years, as the authority's record of what it said"
DRAFT = "until the draft is built again or set aside; with a signed return as long as it"

ID = Classified("A random id", RETURN, "kept")
LINK = Classified("Which return it belongs to", RETURN, "kept")
PLACE = Classified("Where it stands in the return", RETURN, "kept")
FIGURE = Classified("Figures of the whole authority, no person", RETURN, "kept")
MOMENT = Classified("When a member of staff did it", RETURN, "kept")
STAFF = Classified("Who of the staff did it", RETURN, "made anew")
WORDS = Classified("What a member of staff wrote about figures", RETURN, "replaced")
OPAQUE = Classified("An opaque id of a record of a child", DRAFT, "made anew")
FACT = Classified("A day or code of a record, without its words", DRAFT, "kept")
RULE = Classified("The line and rule that counted it", DRAFT, "kept")
CHECK = Classified("What a written check found", DRAFT, "kept")

VERSION = {
    "id": ID, "year": FIGURE, "number": FIGURE, "state": FIGURE, "as_of": FIGURE,
    "authority_code": FIGURE, "authority_name": FIGURE, "asking_began_on": FIGURE,
    "items": FIGURE, "content_hash": FIGURE, "built_at": MOMENT, "built_by_id": STAFF,
    "built_by_name": STAFF, "corrects": LINK, "signed_at": MOMENT, "signed_by_id": STAFF,
    "signed_by_name": STAFF, "signed_as": FIGURE,
}  # fmt: skip
KEPT_FACT = {
    "version": LINK, "position": PLACE, "item": RULE, "line": RULE, "ref": OPAQUE,
    "child": OPAQUE, "day": FACT, "code": FACT, "counted": RULE, "rule": RULE,
}  # fmt: skip
GROUP = {
    "version": LINK, "first": PLACE, "size": FIGURE, "item": RULE, "line": RULE,
    "counted": RULE, "rule": RULE,
}  # fmt: skip
FOUND = {
    "id": ID, "version": LINK, "position": PLACE, "code": CHECK, "severity": CHECK, "text": CHECK,
    "count": CHECK, "ran": CHECK, "found": CHECK,
}  # fmt: skip
RECORD = {
    "version": LINK, "code": CHECK, "position": PLACE, "kind": CHECK, "ref": OPAQUE,
    "child": OPAQUE,
}  # fmt: skip
ACCEPTED = {
    "id": ID, "version": LINK, "code": CHECK, "content_hash": FIGURE, "found": CHECK,
    "reason": WORDS, "by_id": STAFF, "by_name": STAFF, "at": MOMENT,
}  # fmt: skip
NOTE = {
    "id": ID, "version": LINK, "about": FIGURE, "text": WORDS, "by_id": STAFF, "by_name": STAFF,
    "at": MOMENT,
}  # fmt: skip
PLAN = {
    "id": ID, "year": FIGURE, "number": FIGURE, "published_on": FIGURE, "address": FIGURE,
    "child_friendly": FIGURE, "scrutinised_by_young_people": FIGURE, "by_id": STAFF,
    "by_name": STAFF, "at": MOMENT,
}  # fmt: skip
DELEGATE = {
    "id": ID, "staff": STAFF, "from_day": MOMENT, "until_day": MOMENT, "named_by_id": STAFF,
    "named_by_name": STAFF, "named_at": MOMENT, "ended_at": MOMENT, "ended_by_name": STAFF,
}  # fmt: skip

MODELS = {
    "ReturnVersion": VERSION, "ReturnFact": KEPT_FACT, "FactGroup": GROUP, "ReturnCheck": FOUND,
    "CheckRecord": RECORD, "AcceptedError": ACCEPTED, "ReturnNote": NOTE, "VoicePlan": PLAN,
    "Delegate": DELEGATE,
}  # fmt: skip
CLASSIFIED = {
    f"{model}.{field}": said for model, fields in MODELS.items() for field, said in fields.items()
}
