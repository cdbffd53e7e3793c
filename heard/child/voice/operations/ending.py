"""When our work ends: the closing questions, and the end of every link."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from heard.child.voice.hooks import ended
from heard.child.voice.models import Closing, Ending, Said
from heard.child.voice.operations.links import end_links
from heard.child.voice.operations.saying import Words, say
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class Closed(NamedTuple):
    """The three answers in their own words; blank is skipped, but not all three."""

    changed: str = ""
    not_changed: str = ""
    better: str = ""
    for_learning: bool = False

    @property
    def words(self) -> str:
        """Return all that they said, and nothing that we asked."""
        given = (self.changed, self.not_changed, self.better)
        return "\n\n".join(answer for answer in given if answer.strip())


@operation("voice.closing_answered")
def answer_closing(
    *,
    id: UUID,
    child: UUID,
    adult: UUID | None,
    answers: Closed,
    audience: str,
    not_parents: bool,
    written_by: UUID | None,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Said:
    """Keep what somebody answers when our work ends; the same id again changes nothing.

    `adult` is the speaker when it was not the child; `written_by` is None when they typed it
    through their own door. Raises IntegrityError when every answer is blank.
    """
    said = Words(
        way="ending", words=answers.words, happened_on=on, adult=adult,
        audience=audience, not_parents=not_parents,
    )  # fmt: skip
    row = say(id=id, child=child, said=said, written_by=written_by, by=by, at=at)
    Closing.objects.get_or_create(said=row, defaults=answers._asdict())
    audit(subject=("said", str(id)), child=str(child), data={"for_learning": answers.for_learning})
    return row


@operation("voice.work_ended")
def end_voice(
    *,
    id: UUID,
    child: UUID,
    on: date,
    asked: str,
    why: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Ending:
    """Write down that our work ended and how we asked; links end, the apps above are told.

    The same id again changes nothing.
    """
    fields = {"child_id": child, "on": on, "asked": asked, "why": why, "recorded_at": at}
    row, new = Ending.objects.get_or_create(id=id, defaults=fields)
    audit(subject=("ending", str(id)), child=str(child), data={"asked": asked, "new": new})
    if new:
        end_links(child=child, by=by, at=at)
        ended(row.pk, child, on, by, at)
    return row
