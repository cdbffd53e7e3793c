"""The pages of the design system alone, with the error pages of the staff door."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from heard.foundations.access.views import open_to


@open_to("everyone", why="Made for a test: refuses everyone")
def refuse(request: HttpRequest) -> HttpResponse:
    """Refuse with a reason."""
    raise PermissionDenied("Only the director signs a return.")


@open_to("everyone", why="Made for a test: fails")
def fail(request: HttpRequest) -> HttpResponse:
    """Fail as a fault in the code would."""
    raise RuntimeError("a fault with a secret in it")


PASSKEY = """{% extends "ui/page.html" %}{% import "ui/parts.html" as ui %}
{% set title = "Passkey" %}
{% block content %}<h1>Passkey</h1>
<form method="post" data-webauthn="{{ kind }}">{{ csrf() }}
{% if kind == "create" %}
<input type="checkbox" name="passwordless" aria-label="By itself" checked>
{% endif %}
{{ ui.passkey("Go on", options) }}</form>
{% endblock %}"""
CREATE = {
    "publicKey": {
        "rp": {"name": "Heard", "id": "localhost"},
        "user": {"id": "cHJpeWE", "name": "priya@example.org", "displayName": "Priya"},
        "challenge": "AAECAwQFBgcICQoLDA0ODw",
        "pubKeyCredParams": [{"type": "public-key", "alg": -7}],
        "excludeCredentials": [],
    }
}
GET = {"publicKey": {"rpId": "localhost", "challenge": "Dw4NDAsKCQgHBgUEAwIBAA"}}


@open_to("everyone", why="Made for a test: asks for a passkey and shows the answer")
def passkey(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for a passkey; answer with what the browser sent."""
    if request.method == "POST":
        return HttpResponse(request.POST["credential"], content_type="application/json")
    options = {"creation_options": CREATE} if kind == "create" else {"request_options": GET}
    template = engines["jinja2"].from_string(PASSKEY)
    return HttpResponse(template.render({"kind": kind, "options": options}, request))


SWAP = """{% extends "ui/page.html" %}{% set title = "Swap" %}
{% block content %}<h1>Swap</h1>
<form method="post" action="/swap/" hx-post="/swap/" hx-target="#part">{{ csrf() }}
<div id="part">{% block part %}{{ govukButton({"text": "Save"}) }}{% endblock %}</div></form>
{% endblock %}"""
PART = """{{ govukCharacterCount({"name": "w", "maxlength": 20, "label": {"text": "Words"},
"errorMessage": {"text": "Write what was said"}}) }}"""


@open_to("everyone", why="Made for a test: a form that answers with a part of a page")
def swap(request: HttpRequest) -> HttpResponse:
    """Answer a form with 422 and a part that needs behaviour."""
    posted = request.method == "POST"
    template = engines["jinja2"].from_string(PART if posted else SWAP)
    return HttpResponse(template.render({}, request), status=422 if posted else 200)


urlpatterns = [
    path("passkey/<str:kind>/", passkey),
    path("swap/", swap),
    path("favicon.ico", lambda request: HttpResponse(status=204)),
    path("", include("heard.foundations.ui.urls")),
    path("account/", include("allauth.account.urls")),
    path("refuse/", refuse),
    path("fail/", fail),
]

handler400 = "heard.foundations.ui.errors.bad_request"
handler403 = "heard.foundations.ui.errors.not_allowed"
handler404 = "heard.foundations.ui.errors.not_found"
handler500 = "heard.foundations.ui.errors.failed"
