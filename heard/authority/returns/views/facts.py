"""The facts behind a figure, and the records that break a check."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.authority.returns.presenters import facts as shown
from heard.authority.returns.presenters import page
from heard.authority.returns.presenters.words import ITEMS, answer_words, line_words
from heard.authority.returns.queries import facts as queries
from heard.authority.returns.queries import versions
from heard.authority.returns.views.common import frame, version_or_404
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_FACTS)
def facts(request: StaffRequest, year: str, number: int, item: str) -> HttpResponse:
    """List the facts of an item, of one line, or of one answer of a line."""
    version = version_or_404(year, number)
    groups = queries.groups(version, item)
    asked = queries.Asked(item, request.GET.get("line", ""), request.GET.get("counted", ""))
    if item not in ITEMS or not queries.chosen(groups, asked):
        raise Http404("No such facts")
    pages = queries.listed(request.user, version, groups, asked, clock.now())
    here = pages.get_page(request.GET.get("page"))
    context = {
        **frame(version, heading(asked)),
        "asked": asked,
        "lines": shown.line_choices(groups),
        "answers": shown.answer_choices(groups, asked.line),
        "total": pages.count,
        "page": here,
        "rows": shown.fact_rows(here),
        "more": f"?line={asked.line}&counted={asked.counted}&page=",
    }
    return render(request, "returns/facts.html", context)


def heading(asked: queries.Asked) -> str:
    """Return the heading of a list of facts."""
    line = line_words(asked.item, asked.line) if asked.line else ITEMS[asked.item]
    said = f"{line}: {answer_words(asked.counted)}" if asked.counted else line
    return f"{said[0].upper()}{said[1:]}"


@require_safe
@needs(P.READ_FACTS)
def records(request: StaffRequest, year: str, number: int, code: str) -> HttpResponse:
    """List the records that break a check."""
    version = version_or_404(year, number)
    found = [one for one in page.checked(versions.checks(version)) if one["code"] == code]
    if not found:
        raise Http404("No such check")
    pages = queries.records(request.user, version, code, clock.now())
    here = pages.get_page(request.GET.get("page"))
    context = {
        **frame(version, "Records that break a check"),
        "check": found[0],
        "page": here,
        "rows": shown.record_rows(here),
    }
    return render(request, "returns/records.html", context)
