"""Handing the device over from a page, and the page on which it is taken back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.handing import operations, queries
from heard.child.handing.forms import UnlockForm
from heard.child.handing.rules import Pages
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


def lent(request: StaffRequest) -> Pages | None:
    """Return the pages that this session is locked to, or None where it is not lent."""
    return queries.lent_to(request.session.session_key)


def in_their_hands(
    request: StaffRequest, pages: Pages, about: tuple[str, str], child: UUID
) -> Pages:
    """Lock this session to the pages, unless it is lent already; return what it is lent to.

    Every page that is for the person and not for whoever works here calls this, after it has seen
    that this worker may open it.
    """
    return lent(request) or operations.lend(
        session=str(request.session.session_key),
        staff=request.user.pk,
        pages=pages,
        about=about,
        child=child,
        by=request.user.actor,
        at=clock.now(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.USE_HEARD)
def give_back(request: StaffRequest) -> HttpResponse:
    """Whoever handed it over unlocks it with a code of their app, or with their password."""
    pages = lent(request)
    if pages is None:
        return redirect("/")
    form = UnlockForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        session, who = str(request.session.session_key), request.user.actor
        operations.take_back(session=session, by=who, at=clock.now())
        return redirect(pages.back_to)
    context = {"form": form, "title": "Give the tablet back", "first": pages.first}
    status = 422 if form.errors else 200
    return render(request, "handing/give_back.html", context, status=status)
