"""Accepting an error, and signing: behind the second factor, and only what was looked at."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.authority.returns import forms, operations
from heard.authority.returns.permissions import NotAllowed
from heard.authority.returns.presenters import page
from heard.authority.returns.queries import delegates, versions
from heard.authority.returns.rules.days import BadReturn, Changed
from heard.authority.returns.views.common import changed, frame, status_of, version_or_404
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs, step_up
from heard.foundations.deployment import clock

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@needs(P.ACCEPT_ERRORS)
def accept(request: StaffRequest, year: str, number: int, code: str) -> HttpResponse:
    """The director accepts one error of a draft, with a reason."""
    version = version_or_404(year, number)
    found = [one for one in page.checked(versions.checks(version)) if one["code"] == code]
    if not found or not found[0]["error"]:
        raise Http404("No such error")
    form = forms.AcceptForm(request.POST or None, initial={"content_hash": version.content_hash})
    if request.method == "POST" and form.is_valid():
        try:
            operations.accept_error(
                version_id=version.id,
                code=code,
                **form.cleaned_data,
                by=request.user.actor,
                at=clock.now(),
            )
        except BadReturn as problem:
            form.add_error(None, str(problem))
        except Changed as problem:
            return changed(request, version, problem)
        else:
            return redirect("returns:one", year, number)
    context = {**frame(version, "Accept an error"), "form": form, "check": found[0]}
    return render(request, "returns/accept.html", context, status=status_of(form))


@require_http_methods(FORM)
@needs(P.READ_RETURNS)
@step_up
def sign(request: StaffRequest, year: str, number: int) -> HttpResponse:
    """Sign a draft: the director, or who was named for today."""
    version, today = version_or_404(year, number), clock.today()
    capacity = delegates.capacity(request.user, today)
    if capacity is None:
        raise Http404("Not for this person to sign")
    seen = {"content_hash": version.content_hash, "seen": versions.seal(version)}
    form = forms.SignForm(request.POST or None, initial=seen)
    if request.method == "POST" and form.is_valid():
        try:
            operations.sign(
                version_id=version.id,
                staff=request.user,
                content_hash=form.cleaned_data["content_hash"],
                seen=form.cleaned_data["seen"],
                today=today,
                by=request.user.actor,
                at=clock.now(),
            )
        except (BadReturn, NotAllowed) as problem:
            form.add_error(None, str(problem))
        except Changed as problem:
            return changed(request, version, problem)
        else:
            messages.success(request, "Signed and frozen. It never changes now.")
            return redirect("returns:one", year, number)
    context = {
        **frame(version, f"Sign the return for {year}"),
        "form": form,
        "capacity": capacity,
        "waiting": versions.barriers(version),
        "built": page.built(version),
        "counted_up_to": page.counted_up_to(version),
    }
    return render(request, "returns/sign.html", context, status=status_of(form))
