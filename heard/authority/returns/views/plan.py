"""The facts of the annual voice plan (item 1a), kept by hand."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from heard.authority.returns import forms
from heard.authority.returns.operations.plan import PlanFacts, record_plan
from heard.authority.returns.presenters import plans as shown
from heard.authority.returns.queries import plan as queries
from heard.authority.returns.rules.days import BadReturn, Changed, parse_year
from heard.authority.returns.views.common import status_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.WRITE_VOICE_PLAN)
def plans(request: StaffRequest) -> HttpResponse:
    """The years, and what is recorded of the plan of each."""
    years = [label for label, _ in forms.year_choices(clock.today())]
    rows = shown.years(queries.years_with_plans(), years)
    return render(request, "returns/plans.html", {"title": "The annual voice plan", "years": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_VOICE_PLAN)
def plan(request: StaffRequest, year: str) -> HttpResponse:
    """Record what is known of a year's plan; earlier records stay readable."""
    reporting_year = year_or_404(year)
    history = queries.plans(reporting_year.label)
    known = shown.as_form(history[0] if history else None)
    form = forms.PlanForm(request.POST or None, today=clock.today(), initial=known)
    status = status_of(form)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            record_plan(
                year=reporting_year,
                after=given.pop("after"),
                plan=PlanFacts(**given),
                by=request.user.actor,
                at=clock.now(),
            )
        except Changed as problem:
            form, status = typed_again(request, reporting_year.label, problem), 409
        else:
            messages.success(request, "Saved. The next return that is built says so.")
            return redirect("returns:voice_plan")
    context = {
        "title": f"The voice plan of {year}",
        "back": {"text": "The annual voice plan", "href": reverse("returns:voice_plan")},
        "form": form,
        "history": shown.history(queries.plans(reporting_year.label)),
    }
    return render(request, "returns/plan.html", context, status=status)


def typed_again(request: StaffRequest, year: str, problem: Changed) -> forms.PlanForm:
    """Return the form with what was typed, ready to be saved after the other person's record."""
    history = queries.plans(year)
    sent = {**request.POST.dict(), "after": history[0].number if history else 0}
    form = forms.PlanForm(sent, today=clock.today())
    form.add_error(None, str(problem))
    return form


def year_or_404(year: str) -> Any:
    """Return a reporting year; Http404 for anything else."""
    try:
        return parse_year(year)
    except BadReturn as problem:
        raise Http404(str(problem)) from problem
