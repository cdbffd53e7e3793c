"""Who a child is, and who is around them: for the worker and the worker's manager to write."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.people import operations, presenters, queries
from heard.child.people.forms import around, child_forms
from heard.child.people.views.reading import page_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

Save = Callable[[dict[str, Any], dict[str, Any]], object]


def written(request: StaffRequest, child: UUID, what: str) -> dict[str, Any]:
    """Return a child's page for those who may write on it; Http404 for anybody else."""
    context = page_of(request, child, what)
    if not context["may_write"]:
        raise Http404
    return context


def answer(
    request: StaffRequest,
    context: dict[str, Any],
    form: django_forms.Form,
    save: Save,
    **words: Any,
) -> HttpResponse:
    """Draw the form, or save what was sent and go back to the record."""
    if request.method == "POST" and form.is_valid():
        save(form.cleaned_data, {"by": request.user.actor, "at": clock.now()})
        return redirect("people:record", context["child"].id)
    context = {**context, "form": form, **words}
    context.pop("row")
    return render(request, "people/write.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def describe(request: StaffRequest, child: UUID) -> HttpResponse:
    """What the child likes to be called, and how they are best asked and told."""
    context = written(request, child, "how they are best asked")
    known = child_forms.known(context["row"])
    form = child_forms.DescribeForm(request.POST or None, initial=known)

    def save(said: dict[str, Any], who: dict[str, Any]) -> None:
        operations.describe_child(child=child, **said, **who)

    title = f"About {presenters.called(context['row'])}"
    return answer(request, context, form, save, title=title, button="Save")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def add_adult(request: StaffRequest, child: UUID) -> HttpResponse:
    """Somebody around the child: new to Heard, or known through brothers and sisters."""
    context = written(request, child, "the people around them")
    known = queries.known_to_family(request.user, context["row"], clock.now())
    form = around.AdultForm(request.POST or None, known=known)

    def save(said: dict[str, Any], who: dict[str, Any]) -> None:
        operations.add_to_network(child=child, **said, **who)

    name = presenters.called(context["row"])
    return answer(request, context, form, save, title=f"Somebody around {name}", button="Add them")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def end_tie(request: StaffRequest, child: UUID, tie: UUID) -> HttpResponse:
    """Somebody is no longer around the child; what they were stays written down."""
    context = written(request, child, "the people around them")
    row = queries.tie_of(context["row"], tie)
    if row is None:
        raise Http404
    form = around.EndForm(request.POST or None, initial={"on": clock.today()})

    def save(said: dict[str, Any], who: dict[str, Any]) -> None:
        operations.untie(tie=tie, on=said["on"], **who)

    title = f"{row.adult.name} is no longer around {presenters.called(context['row'])}"
    return answer(request, context, form, save, title=title, button="Save")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def name_advocate(request: StaffRequest, child: UUID) -> HttpResponse:
    """Who speaks for the child, from a day; whoever did before stops the day before."""
    context = written(request, child, "their advocate")
    form = around.AdvocateForm(request.POST or None, advocates=queries.advocates())
    if request.method == "GET":
        form.initial["since"] = clock.today()

    def save(said: dict[str, Any], who: dict[str, Any]) -> None:
        operations.name_advocate(child=child, **said, **who)

    title = f"Who speaks for {presenters.called(context['row'])}"
    return answer(request, context, form, save, title=title, button="Name them")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def family(request: StaffRequest, child: UUID) -> HttpResponse:
    """Children who belong together, under the name that they use for their family."""
    context = written(request, child, "their family")

    def find(authority_id: str) -> UUID | None:
        return queries.mine_by_id(request.user, authority_id, clock.now())

    form = around.FamilyForm(request.POST or None, find=find)

    def save(said: dict[str, Any], who: dict[str, Any]) -> None:
        children = list(dict.fromkeys([child, *said["children"]]))
        operations.make_family(name=said["name"], children=children, **who)

    title = f"The family of {presenters.called(context['row'])}"
    return answer(request, context, form, save, title=title, button="Save")
