"""One form on a page of its own: what was answered, or how to go on with it."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from heard.child.feedback import forms, operations, queries
from heard.child.feedback.presenters import words
from heard.child.feedback.presenters.context import form_words
from heard.child.feedback.presenters.people import person_of
from heard.child.feedback.views.handing import mine
from heard.child.people.presenters import called
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.feedback.models import Form
    from heard.child.feedback.queries import InContext


@require_safe
@needs(P.WRITE_RECORDS)
def one(request: StaffRequest, form: UUID) -> HttpResponse:
    """A form in its context for those who may see it; for who asked it, how to go on."""
    try:
        return _shown(request, queries.form_in_context(request.user, form, clock.now()))
    except queries.NOT_FOUND:
        return _to_go_on(request, mine(request, form))


def _shown(
    request: StaffRequest, shown: "InContext", hasty: forms.HastyForm | None = None
) -> HttpResponse:
    form = shown.form
    own = form.asked_by.staff_id == request.user.pk
    context = {
        "title": f"What {person_of(form)} answered",
        "shown": form_words(shown),
        "child_id": form.child_id,
        "said_id": form.said_id,
        "child_name": called(form.child),
        "hasty": (hasty or forms.HastyForm()) if shown.with_scores else None,
        "may_share": own and form.kind == "worker" and form.shared_at is None,
    }
    status = 422 if hasty else 200
    return render(request, "feedback/staff/one.html", context, status=status)


def _to_go_on(request: StaffRequest, form: "Form") -> HttpResponse:
    """A form that is not finished, was declined, or went to somebody whom the person chose."""
    context: dict[str, Any] = {
        "title": f"Form for {person_of(form)}",
        "form_row": form,
        "who": person_of(form),
        "child_name": called(form.child),
        "state": words.STATES[form.state],
        "how": words.how_words(form),
        "context_rows": words.context_rows(form),
        "others": [person_of(f) for f in queries.forms_together(form)],
    }
    return render(request, "feedback/staff/go_on.html", context)


@require_POST
@needs(P.WRITE_RECORDS)
def hasty(request: StaffRequest, form: UUID) -> HttpResponse:
    """Note beside a form that its answers seem hasty, or meant to please."""
    try:
        shown = queries.form_in_context(request.user, form, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    if not shown.with_scores:
        raise Http404
    sent = forms.HastyForm(request.POST)
    if not sent.is_valid():
        return _shown(request, shown, sent)
    note = {"id": sent.cleaned_data["note"], "words": sent.cleaned_data["words"]}
    who: dict[str, Any] = {"by": request.user.actor, "at": clock.now()}
    operations.note_hasty(form=form, staff=request.user.pk, **note, **who)
    return redirect("feedback:one", form)


@require_POST
@needs(P.WRITE_RECORDS)
def share(request: StaffRequest, form: UUID) -> HttpResponse:
    """Share one's own reflection with one's manager."""
    row = mine(request, form)
    if row.kind != "worker" or row.state != "handed_in":
        raise Http404
    operations.share_reflection(form=form, by=request.user.actor, at=clock.now())
    return redirect("feedback:one", form)
