"""A form that is sent twice has one effect: double click, refresh, a lost answer, two tabs.

Every form carries a number of its own (`once`, drawn by csrf()). The same number with the same
content again gets the answer that the first got. Changed content is another form: it is taken.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from heard.foundations.access.models import Taken
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.deployment import clock

FIELD = "once"
KEPT = timedelta(days=7)
Answer = Callable[[], HttpResponse]


def once(request: HttpRequest, who: str, answer: Answer) -> HttpResponse:
    """Return the answer; for a form that `who` sent before, the page to which it led then.

    What the view changes and the note that it did stand in one transaction.
    """
    if request.method != "POST" or not request.POST.get(FIELD):
        return answer()
    key = _key(request, who)
    known = Taken.objects.filter(pk=key).first()
    if known is None:
        try:
            with transaction.atomic():
                return _first(request, key, answer)
        except _TakenMeanwhile:
            known = Taken.objects.get(pk=key)
    return _again(known)


class _TakenMeanwhile(Exception):
    """Another process took the same form at the same moment."""


def _first(request: HttpRequest, key: str, answer: Answer) -> HttpResponse:
    note = Taken(pk=key, at=clock.now(), leads_to=request.path)
    with writing_allowed("once"):
        try:
            with transaction.atomic():
                note.save(force_insert=True)
        except IntegrityError as taken:
            raise _TakenMeanwhile from taken
    response = answer()
    with writing_allowed("once"):
        if not _took_effect(response):
            note.delete()
        elif response.has_header("Location"):
            note.leads_to = response["Location"]
            note.save(update_fields=["leads_to"])
    return response


def _took_effect(response: HttpResponse) -> bool:
    """A form with errors, a conflict and a file to keep may be asked for again."""
    return response.status_code < 400 and not response.has_header("Content-Disposition")


def _again(known: Taken) -> HttpResponse:
    return HttpResponseRedirect(known.leads_to)


def _key(request: HttpRequest, who: str) -> str:
    """Return the hash of who sent what to where: every field but the token of the browser."""
    parts = [who, request.get_full_path()]
    for name in sorted(set(request.POST) - {"csrfmiddlewaretoken"}):
        parts += [name, *request.POST.getlist(name)]
    for name in sorted(request.FILES):
        parts += [f"{name} {f.name} {f.size}" for f in request.FILES.getlist(name)]
    sent = "\x1f".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(sent.encode(errors="surrogatepass")).hexdigest()


def forget_old(at: datetime) -> int:
    """Drop the notes of forms that were taken more than a week ago; return how many."""
    with writing_allowed("once"):
        return Taken.objects.filter(at__lt=at - KEPT).delete()[0]
