"""A form that was filled in on paper: all its questions on one page."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.feedback import forms, operations
from heard.child.feedback.presenters import filling
from heard.child.feedback.presenters.people import person_of
from heard.child.feedback.rules import state_of
from heard.child.feedback.views.handing import mine
from heard.child.feedback.views.steps import last_page
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.feedback.models import Form


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def paper(request: StaffRequest, form: UUID) -> HttpResponse:
    """Enter a paper form: each answer as it stands on the paper, and what the person chose."""
    row = mine(request, form)
    if row.state in {"handed_in", "declined"} or row.kind == "worker":
        raise Http404
    questions, last = _forms(request, row)
    if request.method == "POST" and all([last.is_valid(), *(f.is_valid() for _, f in questions)]):
        return _entered(request, row, questions, last)
    context = {
        "title": f"Enter the paper form of {person_of(row)}",
        "form_row": row,
        "who": person_of(row),
        "worded": filling.worded(row.language),
        "faces": filling.definition_of(row).faces,
        "questions": questions,
        "last": last,
        "all_forms": [*(f for _, f in questions), last],
    }
    wrong = request.method == "POST"
    return render(request, "feedback/staff/paper.html", context, status=422 if wrong else 200)


Questions = list[tuple[dict[str, Any], forms.PaperForm]]


def _forms(request: StaffRequest, form: "Form") -> tuple[Questions, forms.LastForm]:
    sent, today = request.POST or None, clock.today()
    asked = [filling.asked(form, q) for q in filling.definition_of(form).questions]
    share, _ = filling.share_choices(form, today)
    start = {"audience": "worker" if form.adult_id else "helping", "not_parents": True}
    last = forms.LastForm(share, filling.audience_choices(form, today), sent, initial=start)
    return [(q, forms.PaperForm(sent, prefix=f"q{q['key']}")) for q in asked], last


def _entered(
    request: StaffRequest, form: "Form", questions: Questions, last: forms.LastForm
) -> HttpResponse:
    at = clock.now()
    who: dict[str, Any] = {"by": request.user.actor, "at": at}
    if form.how != "paper":
        operations.fill_in_another_way(form=form.pk, how="paper", **who)
    given = [_given(q["key"], f.cleaned_data, at) for q, f in questions]
    chosen = last_page(form, last.cleaned_data)
    operations.enter_from_paper(
        form=form.pk, given=given, last=chosen, on=form.asked_on, typed_by=request.user.pk, **who
    )
    return redirect("feedback:one", form.pk)


def _given(key: str, sent: dict[str, Any], at: Any) -> operations.Given:
    answered = state_of(sent["score"], sent["words"])
    state = answered if answered == "answered" else sent["state"] or "skipped"
    return operations.Given(
        id=sent["answer"], question=key, state=state, happened_at=at, score=sent["score"],
        words=sent["words"],
    )  # fmt: skip
