"""An assessment: put up by the worker, authorised or sent back by the manager."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.evidence import forms, operations, presenters, queries
from heard.child.people.presenters import called, header
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7

POSTS = ["GET", "HEAD", "POST"]


@require_http_methods(POSTS)
@needs(P.WRITE_RECORDS)
def put_up(request: StaffRequest, child: UUID) -> HttpResponse:
    """Put an assessment of one or several children of a family up to the manager."""
    try:
        row, others = queries.to_put_up(request.user, child, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    also = [(str(other.pk), called(other)) for other in others]
    form = forms.PutUpForm(request.POST or None, also=also, initial={"id": uuid7()})
    if request.method == "POST" and form.is_valid():
        operations.put_up(
            id=form.cleaned_data["id"],
            children=[child, *map(UUID, form.cleaned_data["also"])],
            reference=form.cleaned_data["reference"],
            staff=request.user.pk,
            by=request.user.actor,
            at=clock.now(),
        )
        messages.success(request, "The manager finds it under Were they heard?")
        return redirect("evidence:of_child", child)
    head = header(row, clock.today())
    context = {"title": "Put an assessment up", "child": head, "form": form}
    return render(request, "evidence/put_up.html", context, status=422 if form.errors else 200)


@require_http_methods(POSTS)
@needs(P.CONFIRM_HEARD)
def authorise(request: StaffRequest, assessment: UUID) -> HttpResponse:
    """Authorise an assessment, or send it back."""
    try:
        found = queries.one_assessment(request.user, assessment, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    form = forms.AuthoriseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _decided(request, assessment, form)
    row = found.assessment
    context = {
        "title": "An assessment to authorise",
        "one": presenters.assessment_rows([found])[0],
        "reference": row.reference,
        "over": row.authorised_at or row.sent_back_at,
        "form": form,
    }
    return render(request, "evidence/authorise.html", context, status=422 if form.errors else 200)


def _decided(request: StaffRequest, assessment: UUID, form: forms.AuthoriseForm) -> HttpResponse:
    who = {"by": request.user.actor, "at": clock.now()}
    try:
        if form.cleaned_data["what"] == "authorise":
            day, staff = clock.today(), request.user.pk
            operations.authorise(assessment=assessment, on=day, staff=staff, **who)
            messages.success(request, "It is authorised. Now answer for each child on it.")
        else:
            why = form.cleaned_data["why"].strip()
            operations.send_back(assessment=assessment, why=why, **who)
            messages.success(request, "It is sent back. The worker sees why on the child’s page.")
    except operations.AlreadyOver:
        messages.warning(request, "Somebody authorised it, or sent it back, before you.")
    return redirect("evidence:waiting")
