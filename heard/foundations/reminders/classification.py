"""What each field of an alert is. An alert names no child and holds none of their words."""

from heard.foundations.access.classified import Classified

A_YEAR = "a year"

CLASSIFIED = {
    "Alert.id": Classified("A random id", A_YEAR, "kept"),
    "Alert.staff": Classified("Whom it tells", A_YEAR, "kept"),
    "Alert.kind": Classified("What sort of thing happened", A_YEAR, "kept"),
    "Alert.text": Classified("A sentence of Heard's own, without a child's name", A_YEAR, "kept"),
    "Alert.link": Classified("The page where the reason is; ids only", A_YEAR, "emptied"),
    "Alert.raised_at": Classified("When it was raised", A_YEAR, "kept"),
    "Alert.seen_at": Classified("When the person saw it", A_YEAR, "kept"),
    "Alert.email_due_at": Classified("When an email without content is due", A_YEAR, "emptied"),
    "Alert.email_attempts": Classified("How often sending was tried", A_YEAR, "emptied"),
    "Alert.email_sent_at": Classified("When the email went", A_YEAR, "emptied"),
}
