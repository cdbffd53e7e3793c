"""The pages of filling a form in, for whichever door leads to them.

A door says where its pages stand and who acts; the pages are the same on the worker's tablet and
on a person's own phone.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.child.feedback import forms, operations
from heard.child.feedback.presenters import filling
from heard.child.feedback.queries import answers_now
from heard.child.feedback.rules import state_of
from heard.foundations.audit.actor import Actor
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.feedback.models import Answer, Form


class Door(NamedTuple):
    """Where the pages of one form stand (`page` gives the address of a step), who acts, and the
    frame around them. `typed_by` is the member of staff who types for the person, if one does."""

    page: Callable[[str], str]
    by: Actor
    frame: str
    typed_by: UUID | None = None
    extra: dict[str, Any] = {}  # never changed


def show(request: HttpRequest, form: "Form", step: str, door: Door) -> HttpResponse:
    """Return one step of a form: "start", a question's key, its "-right", "end" or "done".

    A form that was handed in or declined shows its last word only. Raises Http404 for no step.
    """
    if form.state in {"handed_in", "declined"} or step == "done":
        return _done(request, form, step, door)
    if step == "start":
        return _start(request, form, door)
    if step == "end":
        return _end(request, form, door)
    if step == "called":
        then = request.GET.get("then", "")
        known = then if then in filling.steps_of(form) else "start"
        return _draw(request, form, door, "called", {"next": door.page(known)})
    key, _, right = step.partition("-")
    if key not in filling.steps_of(form)[1:-1] or right not in {"", "right"}:
        raise Http404
    return _right(request, form, key, door) if right else _question(request, form, key, door)


def _draw(
    request: HttpRequest,
    form: "Form",
    door: Door,
    name: str,
    more: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    page = filling.common(form, clock.today()) | {"frame": door.frame, **door.extra, **more}
    return render(request, f"feedback/asking/{name}.html", page, status=status)


def _sent(request: HttpRequest) -> Any:
    """What was sent; a form without a field ticked was sent all the same."""
    return request.POST if request.method == "POST" else None


def _start(request: HttpRequest, form: "Form", door: Door) -> HttpResponse:
    """Why it is asked and who sees it; then "Shall we?"."""
    if request.method != "POST":
        return _draw(request, form, door, "opening", filling.opening(form, clock.today()))
    if request.POST.get("shall_we") == "yes":
        return redirect(door.page(filling.steps_of(form)[1]))
    asked = forms.DeclineForm(request.POST)
    reason = asked.cleaned_data["reason"] if asked.is_valid() else ""
    operations.decline(form=form.pk, reason=reason, by=door.by, at=clock.now())
    return redirect(door.page("done"))


def _question(request: HttpRequest, form: "Form", key: str, door: Door) -> HttpResponse:
    """One question; every button that leads on keeps what stands on the page first."""
    before = answers_now(form).get(key)
    sent = forms.QuestionForm(_sent(request), initial=_initial(before))
    go = request.POST.get("go", "next")
    if request.method != "POST" or not sent.is_valid():
        more = filling.question(form, key, clock.today())
        more |= {"form": sent, "simpler_used": _simpler(request, before)}
        more["before"] = _place(form, key, -1, door)
        status = 422 if request.method == "POST" else 200
        return _draw(request, form, door, "question", more, status=status)
    if go == "simpler":
        return _more_simply(form, key, sent.cleaned_data, before, door)
    _keep(form, key, sent.cleaned_data, before, go == "skip", door)
    return _onward(form, key, go, sent.cleaned_data, door)


def _initial(before: "Answer | None") -> dict[str, Any]:
    return {"score": before.score, "words": before.words} if before else {}


def _simpler(request: HttpRequest, before: "Answer | None") -> bool:
    here = "simpler" in request.GET or request.POST.get("simpler_used")
    return bool(here) or bool(before and before.simpler_used)


def _more_simply(
    form: "Form", key: str, sent: dict[str, Any], before: "Answer | None", door: Door
) -> HttpResponse:
    """Show the question again with its simpler words; what stands on the page is kept first."""
    if sent["score"] is not None or sent["words"].strip():
        _keep(form, key, {**sent, "simpler_used": True}, before, False, door)
    return redirect(f"{door.page(key)}?simpler")


def _keep(
    form: "Form", key: str, sent: dict[str, Any], before: "Answer | None", skip: bool, door: Door
) -> None:
    """Keep the answer, unless it is what stands there already. Words are kept when one skips."""
    score = None if skip else sent["score"]
    state = "skipped" if skip else state_of(score, sent["words"])
    if before and (before.state, before.score, before.words) == (state, score, sent["words"]):
        return
    at = clock.now()
    given = operations.Given(
        id=sent["answer"], question=key, state=state, happened_at=at, score=score,
        words=sent["words"], simpler_used=sent["simpler_used"],
    )  # fmt: skip
    who: dict[str, Any] = {"typed_by": door.typed_by, "by": door.by, "at": at}
    operations.keep_answer(form=form.pk, given=given, **who)


def _onward(form: "Form", key: str, go: str, sent: dict[str, Any], door: Door) -> HttpResponse:
    if go == "soon":
        who: dict[str, Any] = {"by": door.by, "at": clock.now()}
        operations.call_someone(form=form.pk, id=sent["call"], words=sent["words"], **who)
        return redirect(f"{door.page('called')}?then={key}")
    if go == "simpler":
        return redirect(f"{door.page(key)}?simpler=1")
    if go == "back":
        return redirect(_place(form, key, -1, door))
    now = answers_now(form).get(key)
    if door.typed_by and now and now.words.strip() and not now.written_right:
        return redirect(door.page(f"{key}-right"))
    return redirect(_place(form, key, 1, door))


def _place(form: "Form", key: str, by: int, door: Door) -> str:
    steps = filling.steps_of(form)
    return door.page(steps[steps.index(key) + by])


def _right(request: HttpRequest, form: "Form", key: str, door: Door) -> HttpResponse:
    """Words that somebody typed for the person: did I write it right?"""
    before = answers_now(form).get(key)
    if before is None:
        raise Http404
    sent = forms.RightForm(_sent(request))
    if request.method != "POST" or not sent.is_valid():
        more = {"form": sent, "said": before.words}
        status = 422 if request.method == "POST" else 200
        return _draw(request, form, door, "right", more, status=status)
    right, at = sent.cleaned_data["right"], clock.now()
    given = operations.Given(
        id=sent.cleaned_data["answer"], question=key, state=before.state, happened_at=at,
        score=before.score, words=before.words, simpler_used=before.simpler_used,
        written_right=right,
    )  # fmt: skip
    who: dict[str, Any] = {"typed_by": door.typed_by, "by": door.by, "at": at}
    operations.keep_answer(form=form.pk, given=given, **who)
    return redirect(_place(form, key, 1, door) if right == "yes" else door.page(key))


def _end(request: HttpRequest, form: "Form", door: Door) -> HttpResponse:
    """What I answered, whom to show it to, and who may read it."""
    today = clock.today()
    share, hints = filling.share_choices(form, today)
    audience = filling.audience_choices(form, today)
    start = {"audience": "worker" if form.adult_id else "helping", "not_parents": True}
    sent = forms.LastForm(share, audience, _sent(request), initial=start)
    if request.method == "POST" and sent.is_valid():
        last = last_page(form, sent.cleaned_data)
        who: dict[str, Any] = {"by": door.by, "at": clock.now()}
        operations.hand_in(form=form.pk, last=last, on=today, **who)
        return redirect(door.page("done"))
    more = {"form": sent, "rows": filling.answer_rows(form), "hints": hints, "page": door.page}
    more["before"] = door.page(filling.steps_of(form)[-2])
    return _draw(request, form, door, "last", more, status=422 if sent.errors else 200)


def last_page(form: "Form", sent: dict[str, Any]) -> operations.LastPage:
    """What was chosen; where nothing was, it is shown later, to whom the defaults say."""
    share = sent["share"] or "later"
    rather = share if share not in {"now", "later"} else ""
    return operations.LastPage(
        share_when="someone_else" if rather else share,
        rather=rather,
        audience=sent["audience"] or ("worker" if form.adult_id else "helping"),
        not_parents=sent["not_parents"] or form.adult_id is not None,
        shared_with_family=sent["shared_with_family"],
    )


def _done(request: HttpRequest, form: "Form", step: str, door: Door) -> HttpResponse:
    """Thank you, or "that is fine"; nothing of the answers stands on it."""
    if form.state not in {"handed_in", "declined"}:
        raise Http404
    if step != "done":
        return redirect(door.page("done"))
    return _draw(request, form, door, "done", {})
