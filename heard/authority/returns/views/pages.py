"""The list of returns, and one return as a letter."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from heard.authority.returns.presenters import page
from heard.authority.returns.presenters.parts import Figure
from heard.authority.returns.presenters.said import said
from heard.authority.returns.queries import delegates, versions
from heard.authority.returns.views.common import version_or_404
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_RETURNS)
def returns(request: StaffRequest) -> HttpResponse:
    """Every year with its versions, the latest first."""
    context = {
        "title": "Returns",
        "years": page.by_year(versions.versions()),
        "may_build": request.user.may(P.BUILD_RETURNS),
        "may_name": request.user.may(P.NAME_DELEGATE),
    }
    return render(request, "returns/list.html", context)


@require_safe
@needs(P.READ_RETURNS)
def one(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """One version of a return, as a letter."""
    version = version_or_404(year, number)
    context = {
        **said(version),
        "title": page.title(version),
        "back": {"text": "All returns", "href": reverse("returns:list")},
        "open_to": opener(request, version),
        "may": allowed(request, version),
        "waiting": versions.barriers(version) if version.state == "draft" else [],
    }
    return render(request, "returns/return.html", context)


def opener(request: StaffRequest, version: Any) -> Any:
    """Return what gives a figure its link to the facts, for those who may open them."""
    may_open = request.user.may(P.READ_FACTS) and version.state != "set_aside"

    one = reverse("returns:facts", args=[version.year, version.number, "ITEM"])

    def address(figure: Figure) -> str:
        if not (may_open and figure.item):
            return ""
        base = one.replace("ITEM", figure.item)
        return f"{base}?line={figure.line}&counted={figure.counted}"

    return address


def allowed(request: StaffRequest, version: Any) -> dict[str, bool]:
    """Return what this person may do with this version now."""
    user, state = request.user, version.state
    builds = user.may(P.BUILD_RETURNS)
    latest = versions.newest(version.year)
    return {
        "explain": builds and state == "draft",
        "build": builds and state == "draft",
        "set_aside": builds and state == "draft",
        "correct": builds and state == "signed" and latest == version,
        "accept": user.may(P.ACCEPT_ERRORS) and state == "draft",
        "sign": state == "draft" and bool(delegates.capacity(user, clock.today())),
        "compare": state != "set_aside",
        "take_out": user.may(P.TAKE_RETURNS_OUT) and state != "set_aside",
        "list_records": user.may(P.READ_FACTS) and state != "set_aside",
        "write_plan": user.may(P.WRITE_VOICE_PLAN) and state == "draft",
    }
