"""What each field of the audit trail is, how long it is kept, and how a copy scrubs it."""

from heard.foundations.access.classified import Classified

TRAIL = "as long as the records that it tells of; an event is never changed or taken out"
END = "as long as the trail"
CHECK = "six years: a check is evidence"
GONE = "not copied: a test copy begins a trail of its own"

CLASSIFIED = {
    "AuditEvent.seq": Classified("Number of the event", TRAIL, GONE),
    "AuditEvent.key": Classified("Number of the key that sealed it", TRAIL, GONE),
    "AuditEvent.at": Classified("When it was recorded", TRAIL, GONE),
    "AuditEvent.actor_kind": Classified("Staff, Heard itself, or a system account", TRAIL, GONE),
    "AuditEvent.actor_id": Classified("Who: personal data of staff", TRAIL, GONE),
    "AuditEvent.actor_name": Classified("Name at that time: personal data of staff", TRAIL, GONE),
    "AuditEvent.verb": Classified("What was done", TRAIL, GONE),
    "AuditEvent.subject_kind": Classified("The kind of thing it was done to", TRAIL, GONE),
    "AuditEvent.subject_id": Classified("Which one; may be a child's random id", TRAIL, GONE),
    "AuditEvent.child": Classified("A child's random id in Heard, or empty", TRAIL, GONE),
    "AuditEvent.data": Classified(
        "The facts of the event; a reason that staff typed may tell of a child", TRAIL, GONE
    ),
    "AuditEvent.prev": Classified("Seal of the event before", TRAIL, GONE),
    "AuditEvent.mac": Classified("Seal of this event", TRAIL, GONE),
    "AuditHead.id": Classified("Always 1", END, GONE),
    "AuditHead.seq": Classified("Number of the last event", END, GONE),
    "AuditHead.mac": Classified("Seal of the last event", END, GONE),
    "AuditHead.key": Classified("Number of the key in use", END, GONE),
    "AuditHead.heads": Classified("How many heads were written outside", END, GONE),
    "AuditHead.heads_seal": Classified("Seal of the last of them", END, GONE),
    "AuditHead.seal": Classified("Seal of this row", END, GONE),
    "AuditCheck.id": Classified("A random id", CHECK, "kept"),
    "AuditCheck.asked_at": Classified("When the check was asked for", CHECK, "kept"),
    "AuditCheck.asked_by": Classified("Who asked: personal data of staff", CHECK, "invented"),
    "AuditCheck.finished_at": Classified("When it was made", CHECK, "kept"),
    "AuditCheck.events": Classified("How many events there were", CHECK, "kept"),
    "AuditCheck.findings": Classified(
        "Numbers of events and what is wrong with them", CHECK, "kept"
    ),
    "AuditCheck.finding_count": Classified("How many findings", CHECK, "kept"),
}
