"""Pages of the wordings: the list, one of them, adding one in boxes or as a file, withdrawing."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.feedback import operations
from heard.child.feedback.definitions.checking import WordingRefused
from heard.child.feedback.queries.wordings import next_version
from heard.child.feedback.wordings import forms, presenters, queries
from heard.child.feedback.wordings.boxes import filled
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.foundations.ui.fields import form_errors

BOTH = ["GET", "HEAD", "POST"]


@require_safe
@needs(P.DESCRIBE_AUTHORITY)
def every(request: StaffRequest) -> HttpResponse:
    """Every wording of each form: ours and the authority's own, and which are offered."""
    lines = presenters.lines_of(queries.every_wording())
    return render(request, "feedback/wordings/list.html", {"title": "Forms", "kinds": lines})


@require_safe
@needs(P.DESCRIBE_AUTHORITY)
def one(request: StaffRequest, key: str, version: int, language: str) -> HttpResponse:
    """One wording, and what can be done with it."""
    line = presenters.line_of(_found(key, version, language))
    title = f"{line['kind']}: {line['short']}"
    return render(request, "feedback/wordings/one.html", {"title": title, "line": line})


@require_safe
@needs(P.DESCRIBE_AUTHORITY)
def asked(request: StaffRequest, key: str, version: int, language: str) -> HttpResponse:
    """How it is asked: every word of it, in the look of whom it is for."""
    found = _found(key, version, language)
    page = presenters.as_it_is_asked(queries.read(found))
    page["line"] = presenters.line_of(found)
    return render(request, "feedback/wordings/asked.html", page)


@require_safe
@needs(P.DESCRIBE_AUTHORITY)
def file(request: StaffRequest, key: str, version: int, language: str) -> HttpResponse:
    """The form as a file to change and send back: its version is the next one already."""
    found = _found(key, version, language)
    content = queries.content(found) | {"version": next_version(key, language)}
    name = f"{key}-{language}-{content['version']}.json"
    answer = HttpResponse(
        json.dumps(content, ensure_ascii=False, indent=2) + "\n", content_type="application/json"
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(BOTH)
@needs(P.DESCRIBE_AUTHORITY)
def change(request: StaffRequest, key: str, version: int, language: str) -> HttpResponse:
    """Other words in the same language: every box holds the words as they are."""
    return _boxes(request, _found(key, version, language), translated=False)


@require_http_methods(BOTH)
@needs(P.DESCRIBE_AUTHORITY)
def translate(request: StaffRequest, key: str, version: int, language: str) -> HttpResponse:
    """The same in another language: every box is empty, with the words beside it."""
    return _boxes(request, _found(key, version, language), translated=True)


def _boxes(request: StaffRequest, found: queries.Listed, *, translated: bool) -> HttpResponse:
    content = queries.content(found)
    form = forms.BoxesForm(content, request.POST or None, translated=translated)
    if request.method == "POST" and form.is_valid():
        language = form.chosen_language()
        version = next_version(found.key, language)
        made = filled(content, form.cleaned_data, language, version)
        added = _added(request, form, made)
        if added:
            return added
    line = presenters.line_of(found)
    context = {
        "title": "Write it in another language" if translated else "Change its words",
        "line": line,
        "form": form,
        "groups": presenters.groups(form, content),
        "errors": form_errors(form),
    }
    status = 422 if form.errors else 200
    return render(request, "feedback/wordings/boxes.html", context, status=status)


@require_http_methods(BOTH)
@needs(P.DESCRIBE_AUTHORITY)
def bring(request: StaffRequest) -> HttpResponse:
    """Add a wording from a file."""
    form = forms.FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        added = _added(request, form, form.cleaned_data["form"])
        if added:
            return added
    context = {"title": "Add a form from a file", "form": form, "errors": form_errors(form)}
    status = 422 if form.errors else 200
    return render(request, "feedback/wordings/bring.html", context, status=status)


def _added(request: StaffRequest, form: Any, content: Any) -> HttpResponse | None:
    """Keep it and lead to it; None where it cannot be kept, and the form says why."""
    who: dict[str, Any] = {"added_by": request.user.pk, "by": request.user.actor}
    try:
        row = operations.add_wording(
            id=form.cleaned_data["id"], content=content, at=clock.now(), **who
        )
    except WordingRefused as refused:
        for problem in refused.problems:
            form.add_error(None, problem)
        return None
    messages.success(request, "The form is kept. Workers can choose it from now on.")
    return redirect("wordings:one", row.key, row.version, row.language)


@require_http_methods(BOTH)
@needs(P.DESCRIBE_AUTHORITY)
def withdraw(request: StaffRequest, key: str, version: int, language: str) -> HttpResponse:
    """Offer a wording of the authority no more, after a page that says what that means."""
    found = _found(key, version, language)
    if found.id is None:
        raise Http404("This one comes with Heard")
    if request.method == "POST":
        operations.withdraw_wording(id=found.id, by=request.user.actor, at=clock.now())
        messages.success(request, "The form is not offered any more.")
        return redirect("wordings:one", key, version, language)
    context = {"title": "Stop offering this form", "line": presenters.line_of(found)}
    return render(request, "feedback/wordings/withdraw.html", context)


def _found(key: str, version: int, language: str) -> queries.Listed:
    found = queries.listed(key, version, language)
    if found is None:
        raise Http404("There is no such form")
    return found
