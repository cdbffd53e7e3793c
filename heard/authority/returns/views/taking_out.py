"""A return leaves Heard as a file: behind the second factor, and written down."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.authority.returns import operations
from heard.authority.returns.presenters import files as made
from heard.authority.returns.presenters.said import said
from heard.authority.returns.views.common import frame, version_or_404
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs, step_up
from heard.foundations.deployment import clock


@require_safe
@needs(P.TAKE_RETURNS_OUT)
def files(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """Say which files a return can be taken out as, and what each is for."""
    version = version_or_404(year, number)
    context = {**frame(version, "Take this return out"), "offers": made.offers(version)}
    return render(request, "returns/take_out.html", context)


@require_safe
@needs(P.TAKE_RETURNS_OUT)
@step_up
def download(request: StaffRequest, year: str, number: int, file: str) -> HttpResponse:
    """Give one file of a return."""
    version = version_or_404(year, number)
    if file not in made.KINDS or version.state == "set_aside":
        raise Http404("No such file")
    try:
        ready = made.make(version, file, said(version))
    except made.CannotMake as problem:
        context = {**frame(version, "This file cannot be made"), "problem": str(problem)}
        return render(request, "returns/cannot_make.html", context, status=409)
    operations.taken_out(
        version_id=version.id,
        file=ready.name,
        content_hash=version.content_hash,
        by=request.user.actor,
        at=clock.now(),
    )
    response = HttpResponse(ready.content, content_type=ready.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{ready.name}"'
    return response
