"""One thing that somebody said."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.people.queries import may_read
from heard.child.story.forms.who import WhoForm
from heard.child.story.presenters import choices, words
from heard.child.story.presenters.one import page
from heard.child.story.presenters.turn import form_shown
from heard.child.story.queries import around, loop
from heard.child.voice import operations as voice
from heard.child.voice.rules import WideningRefused
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.SEE_SAID)
def one(request: StaffRequest, said: UUID) -> HttpResponse:
    """The words, who may see them, what came of them, and what may follow."""
    at = clock.now()
    try:
        found = loop.one(request.user, said, "something said", at)
    except loop.NOT_FOUND as nothing:
        raise Http404 from nothing
    row, reason = found.said, found.reason
    acts = request.user.may(P.WRITE_RECORDS) and reason.name in loop.ACT
    if acts and row.opened_at is None:
        voice.open_words(said=said, by=request.user.actor, at=at)
    context = page(row, reason, acts) | form_shown(loop.form_of(request.user, found, at))
    reads = may_read(request.user, row.child_id, at)
    return render(request, "story/one.html", context | {"reads_record": reads})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def who(request: StaffRequest, said: UUID) -> HttpResponse:
    """Who may see it: chosen by the speaker, or fewer by the worker."""
    at = clock.now()
    try:
        row = loop.to_act_on(request.user, said, "who may see it", at).said
    except loop.NOT_FOUND as nothing:
        raise Http404 from nothing
    name = words.called(row.child)
    named = [str(n.staff_id) for n in row.named.all() if n.until is None]
    now = {"audience": row.audience, "not_parents": row.not_parents, "named": named}
    helping = around.helping(row.child, clock.today())
    form = WhoForm(request.POST or None, name=name, named=helping, initial=now)
    if request.method == "POST" and form.is_valid() and _chosen(request, said, form):
        return redirect("story:one", said)
    context = {"form": form, "said": row, "name": words.speaker(row)}
    context |= {"title": "Who may see it", "choices": choices.past(row)}
    return render(request, "story/who.html", context, status=422 if form.errors else 200)


def _chosen(request: StaffRequest, said: UUID, form: WhoForm) -> bool:
    given = form.cleaned_data
    named = given["named"] if given["audience"] == "named" else ()
    try:
        voice.choose_audience(
            said=said,
            audience=given["audience"],
            not_parents=given["not_parents"],
            named=tuple(UUID(one) for one in named),
            by_speaker=given["by_speaker"] == "yes",
            by=request.user.actor,
            at=clock.now(),
        )
    except WideningRefused:
        form.add_error("by_speaker", "Only they can let more or other people see it. Ask them")
        return False
    return True
