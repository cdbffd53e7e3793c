"""What a person does through the door: one effect each, and then the link is used up."""

from datetime import datetime
from uuid import UUID

from heard.child.feedback.operations import decline
from heard.child.feedback.rules import clean_words
from heard.child.voice.models import Link
from heard.child.voice.operations import Closed, answer_closing, person_says, use_link
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.clock import LONDON


def _locked(link: UUID) -> Link:
    return Link.objects.select_for_update(of=("self",)).get(pk=link)


@operation("family.told")
def say_told(
    *, link: UUID, told: bool, words: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """The person says whether they were told. The same again changes nothing.

    Raises NotForward where the loop has moved on meanwhile.
    """
    row = _locked(link)
    audit(subject=("link", str(link)), child=str(row.child_id))
    if row.used_at:
        return
    day = at.astimezone(LONDON).date()
    said = {"said": row.subject, "told": told, "words": clean_words(words)}
    person_says(**said, written_by=None, on=day, by=by, at=at)
    use_link(link=link, by=by, at=at)


@operation("family.declined")
def say_no(*, link: UUID, by: Actor, at: datetime, audit: Recorder) -> None:
    """The person would rather not answer the form: that is kept, and held against nobody."""
    row = _locked(link)
    audit(subject=("link", str(link)), child=str(row.child_id))
    if row.used_at:
        return
    decline(form=row.subject, reason="", by=by, at=at)
    use_link(link=link, by=by, at=at)


@operation("family.closing_answered")
def answer_ending(*, link: UUID, answers: Closed, by: Actor, at: datetime, audit: Recorder) -> None:
    """Keep what the person says as our work ends. The same again changes nothing."""
    row = _locked(link)
    audit(subject=("link", str(link)), child=str(row.child_id))
    if row.used_at:
        return
    for words in answers[:3]:
        clean_words(words)
    answer_closing(
        id=row.subject, child=row.child_id, adult=row.adult_id, answers=answers,
        audience="worker" if row.adult_id else "helping", not_parents=row.adult_id is None,
        written_by=None, on=at.astimezone(LONDON).date(), by=by, at=at,
    )  # fmt: skip
    use_link(link=link, by=by, at=at)
