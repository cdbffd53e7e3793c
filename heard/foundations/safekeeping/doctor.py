"""Is anything wrong with this deployment? Each check says what it found and what to do."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from heard.foundations.safekeeping import checks_of_database as database
from heard.foundations.safekeeping import checks_of_machine as machine
from heard.foundations.safekeeping import checks_of_work as work

State = Literal["fine", "to do"]


class Checked(NamedTuple):
    """What a check found: its name, whether something is to be done, and words."""

    name: str
    state: State
    words: str


# In this order: what is below needs what is above. A check returns what is to be done, or "".
CHECKS: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("settings", "Every HEARD_ variable is known.", machine.unknown_settings),
    ("data folder", "The folder of data is private and can be written.", machine.data_folder),
    ("disk", "There is room on the disk.", machine.room),
    ("keys", "The keys are there and private.", machine.keys_are_private),
    ("time", "The clock and the time zone are right.", machine.time),
    ("restore", "No restore is half done.", machine.half_restore),
    ("static files", "The style sheet and the scripts are built.", machine.static_files),
    ("PDF", "The libraries for PDF are there.", machine.pdf_libraries),
    ("database", "The database answers.", database.answers),
    ("database settings", "The database is set up as Heard needs it.", database.set_up),
    ("migrations", "The database has the shape of this version.", database.migrated),
    ("audit keys", "The audit key in use is there.", database.audit_key),
    ("second factors", "Everybody has a second factor.", database.second_factors),
    ("worker", "A worker is alive.", work.worker),
    ("heads", "Heads of the audit trail are fresh.", work.heads_fresh),
    ("audit check", "The last check found the trail whole.", work.last_check),
    ("background work", "No background work failed.", work.failures),
)
NEED_DATABASE = frozenset(name for name, _, check in CHECKS if check.__module__ != machine.__name__)


def examine() -> Iterator[Checked]:
    """Make every check. After the database does not answer or is not migrated, those that need
    it are left out: their words would only repeat it."""
    broken = False
    for name, fine, check in CHECKS:
        if broken and name in NEED_DATABASE:
            continue
        to_do = check()
        broken = broken or bool(to_do and name in {"database", "migrations"})
        yield Checked(name, "to do" if to_do else "fine", to_do or fine)
