"""The page where the cast of the demo signs in with one click. It exists in the demo only."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from demo.cast import CAST, Member, code_now, member
from heard.foundations.access.roles import ROLES
from heard.foundations.access.views import open_to
from heard.foundations.accounts.queries import staff_with_email

WHY = "Invented people only; this address exists in the demo and nowhere else"


@open_to("everyone", why=WHY)
def cast(request: HttpRequest) -> HttpResponse:
    """Show everybody who can be signed in as, and the code that their app shows now."""
    people = [_card(person) for person in CAST if staff_with_email(person.email)]
    return render(request, "demo/cast.html", {"people": people})


@open_to("everyone", why=WHY)
@require_POST
def sign_in(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as somebody of the cast, and go to their page."""
    try:
        staff = staff_with_email(member(key).email)
    except KeyError:
        staff = None
    if staff is None or not staff.is_active:
        raise Http404("Nobody of the cast is called so")
    logout(request)
    adapter = get_adapter(request)
    adapter.login(request, staff)
    nothing = {"email_verification": "none", "signal_kwargs": None, "email": None}
    response: HttpResponse = adapter.post_login(
        request, staff, signup=False, redirect_url="/", **nothing
    )
    return response


def _card(person: Member) -> dict[str, Any]:
    titles = [ROLES[role].title for role in person.role.split()]
    return {"person": person, "title": " and ".join(titles), "code": code_now(person)}
