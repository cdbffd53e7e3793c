"""A copy of a child's story for a named person: for whom, why, and the PDF."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from heard.child.people.views import page_of
from heard.child.story.forms.copies import CopyForm
from heard.child.story.operations.copies import write_down_copy
from heard.child.story.presenters import copies
from heard.child.story.presenters.words import called
from heard.child.story.queries.copies import contacts_of_others, copy_for, recipients_of
from heard.child.story.queries.story import story_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs, step_up
from heard.foundations.deployment import clock
from heard.foundations.ui import paper


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.READ_RECORDS)
@step_up
def copy(request: StaffRequest, child: UUID) -> HttpResponse:
    """Make a copy of a story; only the worker and the worker's manager give one out."""
    context = page_of(request, child, "a copy of the story")
    if context["reason"].name not in {"worker", "manager"}:
        raise Http404
    row, at = context.pop("row"), clock.now()
    form = CopyForm(request.POST or None, recipients=recipients_of(row, called(row), at))
    context |= {"form": form, "called": called(row), "made": None}
    context["title"] = f"A copy of the story of {called(row)}"
    if request.method == "POST" and form.is_valid():
        return _made(request, row, form, context)
    return render(request, "story/copy.html", context, status=422 if form.errors else 200)


def _made(
    request: StaffRequest, child: Any, form: CopyForm, context: dict[str, Any]
) -> HttpResponse:
    at, who = clock.now(), form.chosen()
    found = copy_for(story_of(request.user, child, at), who, at)
    made = copies.copy_of(found, who, contacts_of_others(child, who), clock.today())
    if made.to_read and not form.cleaned_data["checked"]:
        form.add_error("checked", "Read what looks like an address or a number, then say so")
        return render(request, "story/copy.html", context | {"made": made}, status=422)
    try:
        content = copies.as_pdf(made, who, request.user.name, clock.today())
    except paper.Missing as problem:
        form.add_error(None, str(problem))
        return render(request, "story/copy.html", context, status=422)
    write_down_copy(
        child=child.pk,
        recipient=f"{who.name}, {who.what}",
        why=form.cleaned_data["why"],
        entries=made.entries,
        by=request.user.actor,
        at=at,
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="story-{clock.today()}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
