"""What the pages of a return share: finding it, its frame, and what to say when it moved."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heard.authority.returns.presenters import page
from heard.authority.returns.queries import versions
from heard.authority.returns.rules.days import Changed


def version_or_404(year: str, number: int) -> Any:
    """Return a version of a return; Http404 when there is none."""
    version = versions.find(year, number)
    if version is None:
        raise Http404("No such return")
    return version


def frame(version: Any, title: str) -> dict[str, Any]:
    """Return what every page below a return needs: its title and the way back."""
    one = reverse("returns:one", args=[version.year, version.number])
    return {
        "title": title,
        "version": version,
        "whose": page.whose(version),
        "back": {"text": f"Back to the return for {version.year}", "href": one},
        "address": one,
    }


def changed(request: HttpRequest, version: Any, problem: Changed) -> HttpResponse:
    """Say that somebody else was first, beside how it is now (409); nothing was lost."""
    now = versions.find(version.year, version.number) or version
    context = frame(now, "This return changed while you looked at it")
    context |= {
        "problem": str(problem),
        "seen": {
            "hash": request.POST.get("content_hash", ""),
            "built": request.POST.get("built", ""),
        },
        "now": {"hash": now.content_hash, "built": page.built(now), "state": page.state(now)},
    }
    return render(request, "returns/changed.html", context, status=409)


def status_of(form: Any) -> int:
    """Return 422 for a form that was sent with something wrong in it."""
    return 422 if form.errors else 200
