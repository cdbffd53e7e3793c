"""Building a draft, explaining it, correcting a signed return, setting a draft aside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from heard.authority.returns import forms, operations
from heard.authority.returns.presenters.words import NOTE_TITLES
from heard.authority.returns.rules.days import BadReturn, Changed, parse_year
from heard.authority.returns.views.common import changed, frame, status_of, version_or_404
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@needs(P.BUILD_RETURNS)
def build(request: StaffRequest) -> HttpResponse:
    """Choose a year and the last day counted, and build its draft."""
    today = clock.today()
    wanted = request.GET.get("year") or forms.year_choices(today)[1][0]
    form = forms.BuildForm(request.POST or None, today=today, initial={"year": wanted})
    if request.method == "POST" and form.is_valid():
        try:
            version = operations.build(
                year=parse_year(form.cleaned_data["year"]),
                as_of=form.cleaned_data["as_of"],
                today=today,
                by=request.user.actor,
                at=clock.now(),
            )
        except (BadReturn, Changed) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Built. Nothing has been signed or sent.")
            return redirect("returns:one", version.year, version.number)
    back = {"text": "All returns", "href": reverse("returns:list")}
    context = {"title": "Build a return", "form": form, "back": back}
    return render(request, "returns/build.html", context, status=status_of(form))


@require_http_methods(FORM)
@needs(P.BUILD_RETURNS)
def explain(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """Write a note about an item or about the whole."""
    version = version_or_404(year, number)
    about = [
        (key, words)
        for key, words in NOTE_TITLES.items()
        if key != "correction" or version.corrects
    ]
    wanted = request.GET.get("about", "whole")
    form = forms.NoteForm(request.POST or None, about=about, initial={"about": wanted})
    if request.method == "POST" and form.is_valid():
        try:
            operations.explain(
                version_id=version.id,
                **form.cleaned_data,
                by=request.user.actor,
                at=clock.now(),
            )
        except BadReturn as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("returns:one", year, number)
    context = {**frame(version, "Explain in a note"), "form": form}
    return render(request, "returns/explain.html", context, status=status_of(form))


@require_http_methods(FORM)
@needs(P.BUILD_RETURNS)
def correct(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """Begin the version that corrects a signed one."""
    version, today = version_or_404(year, number), clock.today()
    form = forms.CorrectForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            draft = operations.correct(
                version_id=version.id,
                **form.cleaned_data,
                today=today,
                by=request.user.actor,
                at=clock.now(),
            )
        except BadReturn as problem:
            form.add_error(None, str(problem))
        except Changed as problem:
            return changed(request, version, problem)
        else:
            return redirect("returns:one", year, draft.number)
    context = {**frame(version, f"Correct the return for {year}"), "form": form}
    return render(request, "returns/correct.html", context, status=status_of(form))


@require_http_methods(FORM)
@needs(P.BUILD_RETURNS)
def set_aside(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """Set a draft aside that nobody needs."""
    version = version_or_404(year, number)
    if request.method == "POST":
        try:
            operations.set_aside(version_id=version.id, by=request.user.actor, at=clock.now())
        except BadReturn as problem:
            messages.error(request, str(problem))
        return redirect("returns:list")
    context = frame(version, "Set this draft aside?")
    return render(request, "returns/set_aside.html", context)
