"""Pages on which a worker makes a link, and sees its code."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.feedback.family.making import forms, operations, presenters, queries
from heard.child.feedback.family.making.queries import Wanted
from heard.child.feedback.family.making.rules import ways
from heard.child.feedback.operations import FormClosed
from heard.child.feedback.queries import NOT_FOUND as NO_FORM
from heard.child.people.presenters import called
from heard.child.people.views import page_of
from heard.child.voice.operations import NotSafe
from heard.child.voice.queries import NOT_FOUND as NO_WORDS
from heard.child.voice.queries.links import slip_of
from heard.child.voice.rules import LinkRefused
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.foundations.ui.fields import form_errors

READ = ["GET", "HEAD", "POST"]
WANTED = {"form": queries.for_form, "told": queries.for_told}


@require_http_methods(READ)
@needs(P.WRITE_RECORDS)
def make(request: StaffRequest, purpose: str, subject: UUID) -> HttpResponse:
    """The safe-contact check, and then a link to a form or to "were you told?"."""
    at = clock.now()
    try:
        wanted = WANTED[purpose](request.user, subject, at)
    except (KeyError, *NO_FORM, *NO_WORDS) as nothing:
        raise Http404 from nothing
    open_to = ways(adult=wanted.adult is not None, age=wanted.age(at))
    form = forms.LinkForm(open_to, request.POST or None)
    if request.method == "POST" and not wanted.stops and form.is_valid():
        made = _made(request, wanted, form)
        if made:
            return made
    return _page(request, form, wanted=wanted, person=wanted.person)


@require_http_methods(READ)
@needs(P.WRITE_RECORDS)
def make_ending(request: StaffRequest, child: UUID) -> HttpResponse:
    """The same for the closing questions: choose who answers, then the check."""
    page, at = page_of(request, child, "link"), clock.now()
    row = page["row"]
    if page["reason"].name not in {"worker", "manager"}:
        raise Http404
    people = [("child", called(row)), *queries.adults_of(row, at)]
    form = forms.EndingLinkForm(people, list(forms_ways()), request.POST or None)
    wanted = queries.for_ending(row, form["who"].value() or "", uuid4(), at)
    if request.method == "POST" and form.is_valid():
        wanted = wanted._replace(subject=form.cleaned_data["id"])
        made = _made(request, wanted, form)
        if made:
            return made
    return _page(request, form, wanted=wanted, person=called(row))


def forms_ways() -> list[tuple[str, str]]:
    """Return every way; the age of whoever is chosen decides when the link is made."""
    return ways(adult=True, age=None)


def _made(request: StaffRequest, wanted: Wanted, form: forms.LinkForm) -> HttpResponse | None:
    """Make the link and lead to its code; None where a rule speaks against it, said on the form."""
    link: UUID = form.cleaned_data["id"]
    try:
        operations.make(
            id=link, purpose=wanted.purpose, subject=wanted.subject, child=wanted.child.pk,
            adult=wanted.adult.pk if wanted.adult else None, check=form.check(),
            made_by=request.user.pk, by=request.user.actor, at=clock.now(),
        )  # fmt: skip
    except NotSafe as why:
        form.add_error("way", str(why))
        return None
    except FormClosed:
        form.add_error(None, "This form was finished meanwhile: there is nothing left to answer")
        return None
    return redirect("links:slip", link)


def _page(request: StaffRequest, form: forms.LinkForm, **more: Any) -> HttpResponse:
    context = {"title": "Make a link", "form": form, "errors": form_errors(form), **more}
    status = 422 if form.errors else 200
    return render(request, "feedback/links/make.html", context, status=status)


@require_safe
@needs(P.WRITE_RECORDS)
def slip(request: StaffRequest, link: UUID) -> HttpResponse:
    """The code with its square, to print or to write down; for 15 minutes, to who made it."""
    try:
        row, code = slip_of(request.user.pk, link, clock.now())
    except LinkRefused as refusal:
        if refusal.why == "unknown":
            raise Http404 from refusal
        return render(request, "feedback/links/shown.html", {"title": "This code was shown"})
    return render(request, "feedback/links/slip.html", presenters.slip(row, code))
