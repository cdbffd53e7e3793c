"""Pages about a child. Each look at a record is checked, and written down, before it is shown."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.people import forms, operations, presenters, queries
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.READ_RECORDS)
def children(request: StaffRequest) -> HttpResponse:
    """One's own children; and finding another by their whole id."""
    at = clock.now()
    form = forms.FindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = queries.find(request.user, form.cleaned_data["authority_id"], at)
        if found is not None:
            return _to_the_record(request, found)
        form.add_error(
            "authority_id", "Heard has no child with this id. Check it, letter by letter"
        )
    mine = queries.my_children(request.user, at)
    waits = queries.waiting_in(request.user, mine)
    rows = presenters.list_rows(mine, waits, clock.today())
    context = {"title": "Children", "children": rows, "form": form}
    return render(request, "people/children.html", context, status=422 if form.errors else 200)


def _to_the_record(request: StaffRequest, child: UUID) -> HttpResponse:
    may = queries.may_read(request.user, child, clock.now())
    return redirect("people:record" if may else "people:open", child)


@require_safe
@needs(P.READ_RECORDS)
def record(request: StaffRequest, child: UUID) -> HttpResponse:
    """The child's record: who they are, who works with them, and their work over time."""
    context = page_of(request, child, "record")
    row = context.pop("row")
    context |= {
        "people": presenters.people_rows(queries.allocations_of(row), clock.today()),
        "work": presenters.work_rows(queries.work_of(row)),
        "about": presenters.about_rows(row),
        "called": presenters.called(row),
        "network": presenters.network_rows(queries.network_of(row), context["may_write"]),
        "advocates": presenters.advocate_rows(queries.advocates_of(row, clock.today())),
    }
    return render(request, "people/record.html", context)


def page_of(request: StaffRequest, child: UUID, what: str) -> dict[str, Any]:
    """Return what every page of a child needs, once the look is allowed and written down.

    Raises Http404 alike for a child who is not there and one who is not theirs.
    """
    try:
        row, reason = queries.child_of(request.user, child, what, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    head = presenters.header(row, clock.today())
    may_write = request.user.may(P.WRITE_RECORDS) and reason.name in {"worker", "manager"}
    may_manage = request.user.may(P.RESTRICT_RECORDS) and reason.name == "manager"
    return {
        "title": head.name,
        "child": head,
        "reason": reason,
        "may_manage": may_manage,
        "may_write": may_write,
        "row": row,
        "part": what,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.ASK_FOR_ACCESS)
def open_glass(request: StaffRequest, child: UUID) -> HttpResponse:
    """Ask for another child's record: a typed reason, 60 minutes, and the worker is told."""
    if not queries.exists(child):
        raise Http404
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _opened(request, child, form.cleaned_data["reason"])
    context = {"title": "Ask for access", "form": form}
    return render(request, "people/open.html", context, status=422 if form.errors else 200)


def _opened(request: StaffRequest, child: UUID, reason: str) -> HttpResponse:
    who = {"child": child, "reason": reason, "by": request.user.actor, "at": clock.now()}
    try:
        operations.open_glass(staff=request.user, **who)
    except operations.Restricted:
        operations.refuse_glass(**who)
        return render(request, "people/refused.html", {"title": "This record stays closed"})
    messages.success(request, "Open to you for 60 minutes. The child's worker has been told.")
    return redirect("people:record", child)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.RESTRICT_RECORDS)
def restrict(request: StaffRequest, child: UUID) -> HttpResponse:
    """Restrict a record, or open it to practice again."""
    context = managed(request, child, "restriction")
    row = context.pop("row")
    form = forms.RestrictForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.restrict(
            child=child,
            restricted=not row.restricted,
            reason=form.cleaned_data["reason"],
            by=request.user.actor,
            at=clock.now(),
        )
        return redirect("people:record", child)
    context |= {"form": form, "title": f"Restrict the record of {context['child'].name}"}
    return render(request, "people/restrict.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.RESTRICT_RECORDS)
def readers(request: StaffRequest, child: UUID) -> HttpResponse:
    """Who may read a restricted record, and naming one more."""
    context = managed(request, child, "readers")
    row = context.pop("row")
    form = forms.ReaderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        staff = queries.staff_by_email(form.cleaned_data["email"])
        if staff is not None:
            operations.name_reader(
                child=child,
                staff=staff,
                reason=form.cleaned_data["reason"],
                by=request.user.actor,
                at=clock.now(),
            )
            return redirect("people:readers", child)
        form.add_error("email", "Nobody with this email has an account in Heard")
    context |= {"form": form, "readers": queries.readers_of(row), "title": "Who may read this"}
    return render(request, "people/readers.html", context, status=422 if form.errors else 200)


def managed(request: StaffRequest, child: UUID, what: str) -> dict[str, Any]:
    """Return a child's page for the manager of their worker; Http404 for anybody else."""
    context = page_of(request, child, what)
    if not context["may_manage"]:
        raise Http404
    return context


@require_safe
@needs(P.SEE_WHO_LOOKED)
def who_looked(request: StaffRequest, child: UUID) -> HttpResponse:
    """Everybody who looked at the record, newest first, with the reason that Heard knows."""
    context = managed(request, child, "who looked")
    row = context.pop("row")
    before = request.GET.get("before", "")
    page = queries.looks_at(row, int(before) if before.isdecimal() else None)
    context |= {"looks": presenters.look_rows(page.events), "older": page.older}
    context["title"] = f"Who looked at the record of {context['child'].name}"
    return render(request, "people/who_looked.html", context)
