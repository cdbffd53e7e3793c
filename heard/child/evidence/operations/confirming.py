"""The manager's answer about one child at one point, with the evidence that it names."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max

from heard.child.evidence.models import Confirmation, EvidenceNamed, Point
from heard.child.reviews.models import Review
from heard.child.voice.models import Said, Step
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.ids import uuid7


class NoEvidence(Exception):
    """A yes names at least one piece of heard and one of responded to."""


class PieceOfAnother(Exception):
    """A piece of evidence is about another child."""


class AnsweredMeanwhile(Exception):
    """Somebody else answered about this point; `last` is what they said."""

    def __init__(self, last: Confirmation) -> None:
        super().__init__("Somebody answered while you looked")
        self.last = last


class Piece(NamedTuple):
    """One piece of evidence: exactly one of the four."""

    said: UUID | None = None
    step: UUID | None = None
    review: UUID | None = None
    reference: str = ""


@operation("point.confirmed")
def confirm(
    *,
    point: UUID,
    answer: str,
    reason: str,
    on: date,
    heard: tuple[Piece, ...] = (),
    responded: tuple[Piece, ...] = (),
    id: UUID | None = None,
    after: UUID | str | None = None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Confirmation:
    """Answer about one child at one point: yes, no, or not appropriate with the reason.

    A yes names its evidence, or NoEvidence is raised. A later answer stands beside the earlier
    one and counts in its place. `after`: the answer that was seen to count, "" for none; when
    another counts by now, AnsweredMeanwhile is raised (None: not looked). The same `id` again
    changes nothing.
    """
    at_point = Point.objects.select_for_update().get(pk=point)
    subject, child = (at_point.kind, at_point.authority_point_id), str(at_point.child_id)
    known = Confirmation.objects.filter(pk=id).first() if id else None
    if known is not None:
        audit(subject=subject, child=child, data={"answer": known.answer, "new": False})
        return known
    _check_seen(at_point, after)
    if answer == "yes" and not (heard and responded):
        raise NoEvidence
    confirmation = Confirmation.objects.create(
        id=id or uuid7(),
        kind=at_point.kind,
        authority_point_id=at_point.authority_point_id,
        child_id=at_point.child_id,
        answer=answer,
        reason=reason,
        answered_on=on,
        answered_by=by.name,
        sequence=_next_number(),
        source="heard",
        heard_pieces=len(heard),
        responded_pieces=len(responded),
    )
    for kind, pieces in (("heard", heard), ("responded", responded)):
        _name(confirmation, kind, pieces)
    data = {"answer": answer, "evidence": len(heard) + len(responded)}
    audit(subject=subject, child=child, data=data)
    return confirmation


def _check_seen(point: Point, after: UUID | str | None) -> None:
    if after is None:
        return
    key = {"kind": point.kind, "authority_point_id": point.authority_point_id}
    given = Confirmation.objects.filter(**key, child=point.child_id)
    last = given.order_by("answered_on", "sequence").last()
    if last is not None and str(last.pk) != str(after):
        raise AnsweredMeanwhile(last)


def _next_number() -> int:
    """Return the next place in the one order of answers; the last row is locked meanwhile."""
    Confirmation.objects.select_for_update().order_by("-sequence").first()
    return (Confirmation.objects.aggregate(last=Max("sequence"))["last"] or 0) + 1


def _name(confirmation: Confirmation, kind: str, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        _check_whose(piece, confirmation.child_id)
        EvidenceNamed.objects.create(
            confirmation=confirmation,
            kind=kind,
            said_id=piece.said,
            step_id=piece.step,
            review_id=piece.review,
            reference=piece.reference,
        )


def _check_whose(piece: Piece, child: UUID) -> None:
    of = (
        (Said, "pk", "child", piece.said),
        (Step, "pk", "said__child", piece.step),
        (Review, "pk", "child", piece.review),
    )
    for model, key, owner, pk in of:
        if pk and not model._default_manager.filter(**{key: pk, owner: child}).exists():
            raise PieceOfAnother
