"""What moved since a return was built, and what a correction changed."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.authority.returns.operations import compare
from heard.authority.returns.presenters.moved import in_words
from heard.authority.returns.queries import facts as listed
from heard.authority.returns.rules.days import BadReturn
from heard.authority.returns.rules.difference import Difference
from heard.authority.returns.views.common import frame, version_or_404
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_RETURNS)
def with_today(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """What would differ if this version were built from today's facts."""
    version = version_or_404(year, number)
    if version.state == "set_aside":
        raise Http404("Its facts were let go")
    context = frame(version, "Compared with today's facts")
    try:
        found = compare.with_today(version, clock.today())
    except BadReturn as problem:
        context["problem"] = str(problem)
        return render(request, "returns/not_compared.html", context, status=409)
    context |= {"before": f"Version {number}", "after": "Today", "what": "with today's facts"}
    return _show(request, version, context, found)


@require_safe
@needs(P.READ_RETURNS)
def with_earlier(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """What a version changes in the one that it corrects."""
    version = version_or_404(year, number)
    if version.corrects is None or version.state == "set_aside":
        raise Http404("It corrects no other version")
    earlier = version.corrects.number
    context = frame(version, f"What version {number} changes in version {earlier}")
    context |= {"before": f"Version {earlier}", "after": f"Version {number}", "what": "with it"}
    return _show(request, version, context, compare.with_earlier(version))


def _show(
    request: StaffRequest, version: Any, context: dict[str, Any], found: Difference
) -> HttpResponse:
    may_list = listed.may_list(request.user)
    if may_list and found:
        listed.write_down(request.user, version, {"what": "compared"}, clock.now())
    context |= {"found": in_words(found), "may_list": may_list}
    return render(request, "returns/difference.html", context)
