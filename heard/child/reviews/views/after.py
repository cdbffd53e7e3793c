"""After the review: two questions to the child, in their own words, each of which can be skipped.

These pages are for the child to read. They say first why we ask and who will see it. Opening one
hands the device over: this session opens nothing else until whoever chaired it unlocks it.
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.handing.rules import Pages
from heard.child.handing.views import in_their_hands
from heard.child.reviews import forms, operations, presenters, queries
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7

NEXT = {"how": "better", "better": ""}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.CHAIR_REVIEWS)
def after(request: StaffRequest, review: UUID) -> HttpResponse:
    """Shall we? Yes leads to the first question; not today is kept as the child's own word."""
    row = _to_ask(request, review)
    if request.method == "POST":
        if request.POST.get("shall") == "yes":
            return redirect("reviews:after_question", review, "how")
        who = {"by": request.user.actor, "at": clock.now()}
        operations.keep_not_today(id=_id(request), review=review, **who)
        return redirect("reviews:after_thanks", review)
    context = presenters.asking(row, clock.today(), request.user.name) | {"id": uuid7()}
    return render(request, "reviews/after_shall_we.html", context)


def _id(request: StaffRequest) -> UUID:
    try:
        return UUID(request.POST.get("id", ""))
    except ValueError:  # a form of somebody's own making: it gets an id of ours
        return uuid7()


def _to_ask(request: StaffRequest, review: UUID) -> Any:
    """Return the review, and lock this session to its questions."""
    try:
        row = queries.to_ask(request.user, review, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    first = reverse("reviews:after", args=[review])
    pages = Pages((first,), first, reverse("reviews:one", args=[review]))
    in_their_hands(request, pages, ("review", str(review)), row.child_id)
    return row


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.CHAIR_REVIEWS)
def after_question(request: StaffRequest, review: UUID, question: str) -> HttpResponse:
    """One question. Skipping is an answer of its own."""
    if question not in NEXT:
        raise Http404
    row = _to_ask(request, review)
    asking = presenters.asking(row, clock.today(), request.user.name)
    asked = {"label": asking["questions"][question], "worker": asking["worker"]}
    sent = request.POST if request.method == "POST" else None
    form = forms.AfterForm(sent, initial=forms.new_id() | {"audience": "helping"}, **asked)
    if sent is not None and form.is_valid():
        _keep(request, review, question, form)
        following = NEXT[question]
        if following:
            return redirect("reviews:after_question", review, following)
        return redirect("reviews:after_thanks", review)
    context = asking | {"form": form, "number": 1 if question == "how" else 2}
    return render(
        request, "reviews/after_question.html", context, status=422 if form.errors else 200
    )


def _keep(request: StaffRequest, review: UUID, question: str, form: forms.AfterForm) -> None:
    sent = form.cleaned_data
    skipped = "skip" in request.POST or not sent["words"].strip()
    operations.keep_after(
        id=sent["id"],
        review=review,
        question=question,
        words="" if skipped else sent["words"],
        audience=sent["audience"],
        staff=request.user.pk,
        on=clock.today(),
        by=request.user.actor,
        at=clock.now(),
    )


@require_safe
@needs(P.CHAIR_REVIEWS)
def after_thanks(request: StaffRequest, review: UUID) -> HttpResponse:
    """Thank you, what happens next, and whom to give it back to."""
    row = _to_ask(request, review)
    context = presenters.asking(row, clock.today(), request.user.name)
    return render(request, "reviews/after_thanks.html", context)
