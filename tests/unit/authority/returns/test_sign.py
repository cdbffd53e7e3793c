"""Signing: who may, what stands in the way, and that it is what was looked at."""

from datetime import timedelta
from pathlib import Path

import pytest

from heard.authority.returns import operations
from heard.authority.returns.models import AcceptedError, ReturnCheck, ReturnVersion
from heard.authority.returns.permissions import NotAllowed
from heard.authority.returns.queries import versions
from heard.authority.returns.rules.days import BadReturn, Changed
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, TODAY, Cast
from tests.unit.authority.returns.world import accept_all, built, recode, sign


def explain(cast: Cast, draft: ReturnVersion, text: str = "Two teams moved system.") -> None:
    operations.explain(version_id=draft.id, about="2b", text=text, by=cast["Olu"].actor, at=NOON)


def test_dana_signs_as_the_director(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    done = sign(cast, draft)
    assert (done.state, done.signed_by_name, done.signed_as) == ("signed", "Dana", "director")
    event = AuditEvent.objects.get(verb="returns.signed")
    assert draft.content_hash in event.data


@pytest.mark.parametrize("who", ["Olu", "Priya", "Kit", "Lena"])
def test_nobody_else_signs(cast: Cast, facts: Path, who: str) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    with pytest.raises(NotAllowed, match="Only the director"):
        sign(cast, draft, who)
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_an_error_blocks_signing_until_it_is_accepted(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    assert versions.barriers(draft)
    with pytest.raises(BadReturn, match="Error to mend or accept: Rows of the same review"):
        sign(cast, draft)
    accept_all(cast, draft)
    assert versions.barriers(draft) == []
    assert sign(cast, draft).state == "signed"


def test_an_error_that_was_accepted_asks_again_when_the_figures_are_others(
    cast: Cast, facts: Path
) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    recode("PN6")
    again = built(cast)
    assert again.content_hash != draft.content_hash
    assert AcceptedError.objects.filter(version=again).exists()
    with pytest.raises(BadReturn, match="Error to mend or accept"):
        sign(cast, again)


def test_a_check_that_could_not_run_is_never_accepted(cast: Cast, facts: Path) -> None:
    from heard.foundations.audit.guard import writing_allowed

    draft = built(cast)
    with writing_allowed("test"):
        ReturnCheck.objects.filter(version=draft, severity="error").update(ran=False)
    with pytest.raises(BadReturn, match="could not run"):
        accept_all(cast, draft)


def test_what_was_built_meanwhile_is_not_signed_unseen(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    seen = versions.seal(draft)
    recode("PN6")
    built(cast)
    with pytest.raises(Changed, match="Olu built this draft again while you looked at it"):
        sign(cast, draft, seen=seen)
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_note_written_meanwhile_is_read_before_signing(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    seen = versions.seal(draft)
    explain(cast, draft)
    with pytest.raises(Changed, match="A note, a check or an accepted error was added"):
        sign(cast, draft, seen=seen)
    assert sign(cast, draft).state == "signed"


def test_it_is_signed_once(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    seen = versions.seal(draft)
    sign(cast, draft)
    with pytest.raises(Changed, match="not a draft any more"):
        sign(cast, draft, seen=seen)


def test_nothing_is_added_to_what_was_signed(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    sign(cast, draft)
    with pytest.raises(BadReturn, match="Correct it instead"):
        explain(cast, draft)


@pytest.mark.parametrize(
    ("first", "last", "may"),
    [(-3, -1, False), (-3, 0, True), (0, 5, True), (1, 5, False)],
)
def test_a_delegate_signs_on_the_days_named_and_no_other(
    cast: Cast, facts: Path, first: int, last: int, may: bool
) -> None:
    days = [TODAY + timedelta(days=n) for n in (first, last)]
    operations.name_delegate(
        staff=cast["Olu"], from_day=days[0], until_day=days[1], by=cast["Dana"].actor, at=NOON
    )
    draft = built(cast)
    accept_all(cast, draft)
    if not may:
        with pytest.raises(NotAllowed):
            sign(cast, draft, "Olu")
        return
    assert sign(cast, draft, "Olu").signed_as == "delegate of the director"


def test_a_delegation_that_was_ended_holds_no_more(cast: Cast, facts: Path) -> None:
    naming = operations.name_delegate(
        staff=cast["Olu"], from_day=TODAY, until_day=TODAY, by=cast["Dana"].actor, at=NOON
    )
    operations.end_delegation(naming_id=naming.pk, by=cast["Dana"].actor, at=NOON)
    draft = built(cast)
    accept_all(cast, draft)
    with pytest.raises(NotAllowed):
        sign(cast, draft, "Olu")


def test_nobody_is_named_who_cannot_read_returns(cast: Cast) -> None:
    with pytest.raises(BadReturn, match="Priya cannot read returns"):
        operations.name_delegate(
            staff=cast["Priya"], from_day=TODAY, until_day=TODAY, by=cast["Dana"].actor, at=NOON
        )
