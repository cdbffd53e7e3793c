"""Who sees a form, and who sees its numbers (law 3)."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest

from heard.child.feedback.models import Form
from heard.child.feedback.operations import share_reflection
from heard.child.feedback.queries import NOT_FOUND, form_in_context, forms_of_said
from heard.child.people import operations as people
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.unit.child.feedback.made import given, handed_in, offered, who

ROOT = Path(__file__).parents[4]
FEEDBACK = ROOT / "heard" / "child" / "feedback"


def sight(cast: Cast, form: Form) -> dict[str, bool]:
    """Who sees the form, and whether the number stands in it."""
    seen = {}
    for name, staff in cast.staff.items():
        try:
            shown = form_in_context(staff, form.pk, NOON)
        except NOT_FOUND:
            continue
        assert shown.with_scores == (shown.answers["1"].score is not None)
        assert shown.answers["1"].words == "sort of"
        seen[name] = shown.with_scores
    return seen


def asked(cast: Cast, child: str = "Maya", **last: str) -> Form:
    return handed_in(cast, offered(cast, child), given("1", 3, "sort of"), **last)


def test_worker_and_manager_see_numbers_an_advocate_sees_words(cast: Cast) -> None:
    assert sight(cast, asked(cast)) == {"Priya": True, "Ruth": True, "Dev": False}


def test_the_chair_sees_words_and_no_numbers(cast: Cast) -> None:
    assert sight(cast, asked(cast, "Theo")) == {"Priya": True, "Ruth": True, "Ivor": False}


def test_glass_opens_words_and_never_numbers(cast: Cast) -> None:
    form = asked(cast)
    people.open_glass(
        child=form.child_id, staff=cast["Tom"], reason="Duty call tonight", by=cast["Tom"].actor,
        at=NOON - timedelta(minutes=5),
    )  # fmt: skip
    assert sight(cast, form)["Tom"] is False


def test_only_my_worker(cast: Cast) -> None:
    assert sight(cast, asked(cast, audience="worker")) == {"Priya": True, "Ruth": True}


def test_who_asked_but_is_not_the_worker_sees_no_numbers(cast: Cast) -> None:
    form = offered(cast, "Theo", by="Ivor")
    assert sight(cast, handed_in(cast, form, given("1", 3, "sort of")))["Ivor"] is False


def test_after_the_child_moves_the_worker_before_sees_nothing(cast: Cast) -> None:
    form = asked(cast)
    sam = cast.workers["Sam"].pk
    people.allocate(child=form.child_id, worker=sam, on=TODAY, **SYSTEM)
    seen = sight(cast, form)
    assert seen["Sam"] is True
    assert seen.get("Ruth") is None


def test_a_form_that_was_not_handed_in_opens_to_nobody(cast: Cast) -> None:
    assert sight(cast, offered(cast)) == {}


def test_a_reflection_is_the_workers_own_until_it_is_shared(cast: Cast) -> None:
    own = offered(cast, kind="worker", key="worker")
    form = handed_in(cast, own, given("1", 2, "sort of"))
    assert form.said is None
    assert sight(cast, form) == {"Priya": True}
    share_reflection(form=form.pk, **who(cast))
    assert sight(cast, form) == {"Priya": True, "Ruth": True}


def test_each_form_of_a_family_is_private_from_the_others(cast: Cast) -> None:
    nan = cast.adults["Nan"].pk
    hers = handed_in(cast, offered(cast, kind="adult", key="adult", adult=nan), given(),
                     audience="worker")  # fmt: skip
    mine = asked(cast)
    assert hers.said is not None
    assert mine.said is not None
    shown = forms_of_said(cast["Dev"], [hers.said, mine.said], NOON)
    assert set(shown) == {mine.pk}


def test_a_look_is_written_down_before_it_is_shown(cast: Cast) -> None:
    form = asked(cast)
    before = AuditEvent.objects.filter(verb="record.read").count()
    form_in_context(cast["Ruth"], form.pk, NOON)
    assert AuditEvent.objects.filter(verb="record.read").count() == before + 1
    with pytest.raises(NOT_FOUND):
        form_in_context(cast["Olu"], form.pk, NOON)
    assert AuditEvent.objects.filter(verb="record.read").count() == before + 1


def names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    read = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    return {n for n in ("score", "Answer") if (n in read if n == "score" else n in imported)}


def test_no_other_app_reads_an_answer_or_its_number() -> None:
    """Walks the code: `.score` and the model Answer stand in this app only."""
    others = [p for p in (ROOT / "heard").rglob("*.py") if FEEDBACK not in p.parents]
    model = "heard.child.feedback.models"
    wrong = [str(p) for p in others if "score" in names(p) or model in p.read_text()]
    assert any("score" in names(p) for p in FEEDBACK.rglob("*.py"))
    assert not wrong


def test_no_operation_changes_an_answer() -> None:
    """Append-only: an answer is created, and no other write names it."""
    for path in (FEEDBACK / "operations").rglob("*.py"):
        text = path.read_text()
        assert "answer.save" not in text
        assert "answers.update" not in text
        assert "Answer.objects.filter(pk=given.id" in text or "Answer.objects.filter" not in text
