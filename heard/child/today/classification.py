"""What each field about duty and supervision is, how long it is kept, how a copy is scrubbed."""

from heard.child.people.classification import DAY, ID, LINK, WORDS

CLASSIFIED = {
    "OnIt.id": ID,
    "OnIt.said": LINK,
    "OnIt.staff": LINK,
    "OnIt.since": DAY,
    "Brought.id": ID,
    "Brought.said": LINK,
    "Brought.worker": LINK,
    "Brought.about": WORDS,
    "Brought.brought_at": DAY,
    "Brought.talked_at": DAY,
}
