"""What each field about staff is, how long it is kept, and how a test copy scrubs it."""

from heard.foundations.access.classified import Classified

SIX_YEARS = "six years after the account is closed: what this person did stays readable"

CLASSIFIED = {
    "Staff.id": Classified("A random id of a member of staff", SIX_YEARS, "kept"),
    "Staff.email": Classified("Address at work: personal data of staff", SIX_YEARS, "invented"),
    "Staff.name": Classified("Name: personal data of staff", SIX_YEARS, "invented"),
    "Staff.password": Classified("A salted hash of the password", "until it changes", "emptied"),
    "Staff.is_active": Classified("Whether the account is open", SIX_YEARS, "kept"),
    "Staff.start_password_until": Classified(
        "Until when a password that an administrator read out opens the first page",
        "until the person chose their own",
        "emptied",
    ),
    "Staff.times_sessions_ended": Classified(
        "How often all sessions of this person were ended: it makes old ones invalid",
        SIX_YEARS,
        "kept",
    ),
    "RoleHeld.id": Classified("A random id", "as long as the role is held", "kept"),
    "RoleHeld.staff": Classified("Who holds the role", "as long as it is held", "kept"),
    "RoleHeld.role": Classified("Which role", "as long as it is held; changes are audited", "kept"),
    "FailedTries.key": Classified(
        "A keyed hash of an address that was tried",
        "until it comes right, or is forgotten",
        "emptied",
    ),
    "FailedTries.count": Classified("Wrong tries in a row", "as its key", "emptied"),
    "FailedTries.last_at": Classified("When the last was", "as its key", "emptied"),
    "FailedTries.wait_until": Classified("Until when the account rests", "as its key", "emptied"),
}
