"""The links at the top of each page: only what this person may open."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from heard.foundations.access.permissions import P
from heard.foundations.deployment.queries import deployment

LINKS = (
    (P.READ_RECORDS, "people:children", "Children"),
    (P.SUPERVISE, "today:team", "Your team"),
    (P.SEE_DUTY, "today:duty", "On duty"),
    (P.READ_SHARED, "story:shared_children", "Children who share with you"),
    (P.WRITE_RECORDS, "asking_due:soon", "To ask"),
    (P.CHAIR_REVIEWS, "reviews:mine", "Reviews"),
    (P.CONFIRM_HEARD, "evidence:waiting", "Were they heard?"),
    (P.READ_RETURNS, "returns:list", "Returns"),
    (P.WRITE_VOICE_PLAN, "returns:voice_plan", "Voice plan"),
    (P.IMPORT, "imports:list", "Bring in"),
    (P.TAKE_DATA_OUT, "imports:out", "Take out"),
    (P.DESCRIBE_AUTHORITY, "deployment:settings", "Settings"),
    (P.DESCRIBE_AUTHORITY, "wordings:list", "Forms"),
    (P.SEE_ACCOUNTS, "accounts:list", "Accounts"),
    (P.SEE_ACCOUNTS, "teams:list", "Teams and workers"),
    (P.CHECK_AUDIT, "audit:check", "Audit trail"),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give every template its links, the authority's name, and whether this is the demo."""
    context: dict[str, Any] = {"nav": [], "demo": settings.HEARD_DEMO, "authority_name": ""}
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        links = (_link(request, name, text) for p, name, text in LINKS if user.may(p))
        context |= {"nav": [link for link in links if link], "authority_name": deployment().name}
    return context


def _link(request: HttpRequest, name: str, text: str) -> dict[str, Any] | None:
    try:
        href = reverse(name)
    except NoReverseMatch:  # this door does not have the page
        return None
    return {"href": href, "text": text, "current": request.path.startswith(href)}
