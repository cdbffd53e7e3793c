"""What moved since, and a signed return corrected in a new version."""

from datetime import date
from pathlib import Path

import pytest

from heard.authority.returns import operations
from heard.authority.returns.models import ReturnFact, ReturnVersion
from heard.authority.returns.operations.build import keep, stamp
from heard.authority.returns.operations.compare import with_earlier, with_today
from heard.authority.returns.operations.gather import gather
from heard.authority.returns.presenters.moved import as_json, in_words
from heard.authority.returns.queries import versions
from heard.authority.returns.rules.days import BadReturn, Changed
from heard.child.reviews.models import Review
from heard.foundations.audit.guard import writing_allowed
from tests.cast import NOON, TODAY, Cast
from tests.unit.authority.returns.world import AS_OF, YEAR, accept_all, built, recode, sign, signed


def correct(cast: Cast, version: ReturnVersion) -> ReturnVersion:
    return operations.correct(
        version_id=version.id, reason="A chair coded a review late.", as_of=None, today=TODAY,
        by=cast["Olu"].actor, at=NOON,
    )  # fmt: skip


def test_nothing_moved(cast: Cast, facts: Path) -> None:
    found = with_today(signed(cast), TODAY)
    assert not found
    assert in_words(found)["nothing"] is True


def test_a_code_that_changed_moves_its_figures(cast: Cast, facts: Path) -> None:
    version = signed(cast)
    review = recode("PN6")
    found = with_today(version, TODAY)
    before, after = next(pair for pair in found.changed if pair[1].ref == review.hex)
    assert (before.counted != "PN6", after.counted, after.code) == (True, "PN6", "voice-2023:PN6")
    assert ("2b", "all", "PN6", "count") in {one.path for one in found.figures}
    assert as_json(found)["facts"]["changed"]


def test_a_fact_that_is_gone_and_one_that_was_added(cast: Cast, facts: Path) -> None:
    version = signed(cast)
    review = Review.objects.filter(held_on__range=(YEAR.start, YEAR.end), cancelled=False)[0]
    with writing_allowed("test"):
        Review.objects.filter(pk=review.pk).update(held_on=date(2020, 1, 1))
        Review.objects.create(
            child=review.child, plan_type="EH", held_on=date(2025, 6, 1), scheme="voice-2023",
            code="PN2", meaning="PN2", source="test",
        )  # fmt: skip
    found = with_today(version, TODAY)
    assert review.pk.hex in {fact.ref for fact in found.gone}
    assert "PN2" in {fact.counted for fact in found.added}


def test_a_correction_keeps_both_and_says_what_changed(cast: Cast, facts: Path) -> None:
    first = signed(cast)
    recode("PN6")
    draft = correct(cast, first)
    assert (draft.number, draft.corrects, draft.state) == (2, first, "draft")
    assert [note.about for note in versions.notes(draft)] == ["correction"]
    accept_all(cast, draft)
    second = sign(cast, draft)
    first.refresh_from_db()
    assert (first.state, second.state) == ("signed", "signed")
    assert versions.corrected_by(first) == second
    assert with_earlier(second).figures
    for version in (first, second):
        assert versions.rebuild(version) == (version.items, version.content_hash)
        assert ReturnFact.objects.filter(version=version).exists()


def test_a_correction_without_its_reason_is_not_signed(cast: Cast, facts: Path) -> None:
    signed(cast)
    draft = built(cast)
    accept_all(cast, draft)
    assert draft.corrects is not None
    with pytest.raises(BadReturn, match="Say in a note why"):
        sign(cast, draft)


def test_only_the_newest_signed_version_is_corrected(cast: Cast, facts: Path) -> None:
    first = signed(cast)
    draft = correct(cast, first)
    with pytest.raises(Changed, match="A later version of this return is there"):
        correct(cast, first)
    with pytest.raises(BadReturn, match="Only a signed version"):
        correct(cast, draft)


def test_a_draft_set_aside_stays_readable_and_frees_the_year(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    operations.set_aside(version_id=draft.id, by=cast["Olu"].actor, at=NOON)
    draft.refresh_from_db()
    assert draft.state == "set_aside"
    assert not ReturnFact.objects.filter(version=draft).exists()
    assert versions.whole(draft)["content_hash"] == draft.content_hash
    again = built(cast)
    assert (again.number, again.corrects) == (2, None)


def test_a_correction_set_aside_leaves_the_signed_version_to_be_corrected(
    cast: Cast, facts: Path
) -> None:
    first = signed(cast)
    draft = correct(cast, first)
    operations.set_aside(version_id=draft.id, by=cast["Olu"].actor, at=NOON)
    assert versions.newest(YEAR.label) == first
    assert correct(cast, first).number == 3


def test_of_two_who_build_at_once_the_second_is_told(cast: Cast, facts: Path) -> None:
    """Both looked before either kept: the one who comes second loses nothing of the first."""
    seen, counted = stamp(YEAR), gather(YEAR, AS_OF, TODAY)
    theirs = built(cast)
    with pytest.raises(Changed, match="Somebody else built or signed"):
        keep(gathered=counted, seen=seen, by=cast["Dana"].actor, at=NOON)
    assert ReturnVersion.objects.get().built_by_name == theirs.built_by_name == "Olu"


def test_who_builds_while_another_signs_is_told(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    seen, counted = stamp(YEAR), gather(YEAR, AS_OF, TODAY)
    accept_all(cast, draft)
    sign(cast, draft)
    with pytest.raises(Changed):
        keep(gathered=counted, seen=seen, by=cast["Olu"].actor, at=NOON)
    assert ReturnVersion.objects.get().state == "signed"
