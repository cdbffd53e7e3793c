"""Taking data out: the statutory reviews of a year, and the facts. Behind the second factor.

What needs polars is imported when it is asked for: it would add half a second to every start.
"""

import io
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heard.edges.imports.forms import YearForm
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs, step_up
from heard.foundations.deployment import clock
from heard.kernel.time import ReportingYear

TYPES = {"csv": "text/csv; charset=utf-8", "xml": "application/xml"}
YEARS = 12


@needs(P.TAKE_DATA_OUT)
def choose(request: StaffRequest) -> HttpResponse:
    """Say what can be taken out, and take the year."""
    form = YearForm(_years(clock.today()), request.GET or None)
    if form.is_valid():
        return redirect("imports:out_reviews", year=form.cleaned_data["year"])
    return render(request, "imports/out.html", {"form": form})


def _years(today: date) -> list[ReportingYear]:
    begun = today.year if (today.month, today.day) >= (4, 1) else today.year - 1
    return [ReportingYear(begun - n) for n in range(YEARS)]


@needs(P.TAKE_DATA_OUT)
@step_up
def reviews(request: StaffRequest, year: str) -> HttpResponse:
    """Show what the file would hold, what is left out and why, and what the rules say."""
    from heard.edges.imports import taking_out
    from heard.edges.imports.statutory_words import rules_in_words

    found = taking_out.reviews_to_take_out(
        _year(year), "look", by=request.user.actor, at=clock.now()
    )
    context = {"found": found, "rules": rules_in_words(found)}
    return render(request, "imports/out_reviews.html", context)


@needs(P.TAKE_DATA_OUT)
@step_up
def download(request: StaffRequest, year: str, kind: str) -> HttpResponse:
    """Hand over the file."""
    from heard.edges.imports import taking_out
    from heard.edges.imports.statutory import WRITERS, write

    if kind not in WRITERS:
        raise Http404("There is no such file")
    found = taking_out.reviews_to_take_out(_year(year), kind, by=request.user.actor, at=clock.now())
    out = io.BytesIO()
    write(found, kind, out)
    return _file(out, f"ssda903-reviews-{found.year.label}.{kind}", TYPES[kind])


@needs(P.TAKE_DATA_OUT)
@step_up
def facts(request: StaffRequest) -> HttpResponse:
    """Hand over the nine files of facts as a zip."""
    from heard.edges.imports import taking_out
    from heard.edges.imports.facts_folder.packing import pack

    found = taking_out.facts_to_take_out(by=request.user.actor, at=clock.now())
    out = io.BytesIO()
    pack(found, out)
    return _file(out, "heard-facts.zip", "application/zip")


def _file(out: io.BytesIO, name: str, content_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(out.getvalue(), content_type=content_type, headers=headers)


def _year(label: str) -> ReportingYear:
    try:
        return ReportingYear.parse(label)
    except ValueError as wrong:
        raise Http404(str(wrong)) from wrong
