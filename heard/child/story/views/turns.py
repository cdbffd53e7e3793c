"""The moves of a loop, each on a page of its own, with the words above it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.handing.views import lent
from heard.child.people.permissions import NotYours
from heard.child.story.forms import turn as forms
from heard.child.story.forms.talk import TalkForm
from heard.child.story.operations.turns import take_turn
from heard.child.story.presenters import turn as shown
from heard.child.story.presenters.words import speaker
from heard.child.story.queries import around, loop
from heard.child.story.rules import can_follow
from heard.child.story.views.drawn import note_for, was_drawn
from heard.child.story.views.hands import lend_for_word
from heard.child.voice.operations import NotForward
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, View, needs
from heard.foundations.deployment import clock


def turn(make: type[forms.TurnForm], template: str, heading: str) -> View:
    """Return the page of one move: {} in `heading` stands for whoever said it."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @needs(P.WRITE_RECORDS)
    def page(request: StaffRequest, said: UUID) -> HttpResponse:
        try:
            found = loop.to_act_on(request.user, said, heading.format("them").lower(), clock.now())
        except loop.NOT_FOUND as nothing:
            return _not_theirs(request, said, make, nothing)
        row = found.said
        form = _form(request, make, row)
        seen = request.POST.get("seen", "")
        if seen.isdecimal() and int(seen) != row.steps.count():
            return _meanwhile(request, form, shown.since(row, int(seen)))
        if request.method == "POST" and form.is_valid():
            return _take(request, row, form)
        if request.method != "POST" and not can_follow(row.state, make.move):
            return _done(request, row, form)
        if form.theirs:
            lend_for_word(request, row)
        context = shown.page(row, heading, clock.today()) | {"form": form}
        context |= shown.form_shown(loop.form_of(request.user, found, clock.now()))
        return render(request, template, context, status=422 if form.errors else 200)

    page.__doc__ = f"{heading.format('the person')}: a move of the loop, with the words above it."
    return page


def _form(request: StaffRequest, make: type[forms.TurnForm], row: Any) -> forms.TurnForm:
    return make(
        request.POST or None,
        name=speaker(row),
        said_on=row.happened_on,
        today=clock.today(),
        workers=around.can_act(row.child, clock.today(), row.holder),
        initial={"seen": row.steps.count(), "drawn": note_for(request, row.pk)},
    )


def _take(request: StaffRequest, row: Any, form: forms.TurnForm) -> HttpResponse:
    moves = form.moves(row.pk, request.user.pk)
    try:
        take_turn(
            said=row.pk, seen=form.cleaned_data["seen"], moves=moves, staff=request.user,
            by=request.user.actor, at=clock.now(),
        )  # fmt: skip
    except (NotForward, NotYours):
        now = loop.one(request.user, row.pk, "what happened meanwhile", clock.now()).said
        return _meanwhile(request, form, shown.since(now, form.cleaned_data["seen"]))
    return redirect("story:their_word_kept" if form.theirs else "story:one", row.pk)


def _done(request: StaffRequest, row: Any, form: forms.TurnForm) -> HttpResponse:
    """Lead on from a move that cannot follow now; in the person's hands, to giving it back."""
    if form.theirs and lent(request):
        return redirect("handing:give_back")
    messages.info(request, "That has been done, or cannot follow now.")
    return redirect("story:one", row.pk)


def _meanwhile(request: StaffRequest, form: forms.TurnForm, context: Any) -> HttpResponse:
    context |= {"typed": form.typed(), "title": "Something happened meanwhile"}
    if form.theirs:
        context |= {"title": "This is not kept yet", "their_look": "family"}
    template = "story/words_stand.html" if form.theirs else "story/meanwhile.html"
    return render(request, template, context, status=409)


def _not_theirs(
    request: StaffRequest, said: UUID, make: type[forms.TurnForm], nothing: Exception
) -> HttpResponse:
    """Show what was typed, and nothing else, to whoever might act when the page was drawn."""
    if request.method != "POST" or not was_drawn(request, said):
        raise Http404 from nothing
    form = make(request.POST, name="them", said_on=clock.today(), today=clock.today())
    return _meanwhile(request, form, {"said": None, "lines": []})


pass_on = turn(forms.PassOnForm, "story/pass_on.html", "Pass on what {} said")
answer = turn(forms.AnswerForm, "story/answer.html", "What came of what {} said")
tell = turn(forms.TellForm, "story/tell.html", "Tell {} what came of it")
take_back = turn(forms.TakeBackForm, "story/take_back.html", "{} takes it back")
left = turn(forms.LeaveForm, "story/left.html", "Leave open what {} said")
talk = turn(TalkForm, "story/talk.html", "Talk over what {} said")
their_word = turn(forms.TheirWordForm, "story/their_word.html", "{}, were you told?")
