"""Who may sign in the director's place."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from heard.authority.returns import forms, operations
from heard.authority.returns.presenters import page
from heard.authority.returns.queries import delegates as queries
from heard.authority.returns.rules.days import BadReturn
from heard.authority.returns.views.common import status_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs, step_up
from heard.foundations.deployment import clock


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.NAME_DELEGATE)
@step_up
def delegates(request: StaffRequest) -> HttpResponse:
    """Name somebody, and see who was named."""
    people = {str(one.id): one for one in queries.may_be_named()}
    choices = [(key, one.name) for key, one in people.items()]
    form = forms.DelegateForm(request.POST or None, people=choices)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            operations.name_delegate(
                staff=people[given["staff"]],
                from_day=given["from_day"],
                until_day=given["until_day"],
                by=request.user.actor,
                at=clock.now(),
            )
        except BadReturn as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{people[given['staff']].name} may sign in your place.")
            return redirect("returns:delegates")
    context = {
        "title": "Who may sign in your place",
        "back": {"text": "All returns", "href": reverse("returns:list")},
        "form": form,
        "people": choices,
        "namings": page.delegate_rows(queries.namings(), clock.today()),
    }
    return render(request, "returns/delegates.html", context, status=status_of(form))


@require_POST
@needs(P.NAME_DELEGATE)
@step_up
def end(request: StaffRequest, naming: UUID) -> HttpResponse:
    """End a delegation at once."""
    if queries.naming(naming) is None:
        raise Http404("Nobody was named like this")
    operations.end_delegation(naming_id=naming, by=request.user.actor, at=clock.now())
    return redirect("returns:delegates")
