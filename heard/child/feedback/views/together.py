"""What people of a family let each other see, to look at with them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from heard.child.feedback import queries
from heard.child.feedback.presenters.context import for_the_family
from heard.child.handing.rules import Pages
from heard.child.handing.views import in_their_hands
from heard.child.people.presenters import called
from heard.child.people.queries import NOT_FOUND
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.WRITE_RECORDS)
def together(request: StaffRequest, child: UUID) -> HttpResponse:
    """The forms that may be shared, one after the other. It locks: it is in the family's hands."""
    try:
        row, shared = queries.forms_for_the_family(request.user, child, clock.now())
    except NOT_FOUND as nothing:
        raise Http404 from nothing
    here = reverse("feedback:together", args=[child])
    pages = Pages((here,), here, reverse("people:record", args=[child]))
    in_their_hands(request, pages, ("child", str(child)), child)
    forms = [for_the_family(shown) for shown in shared]
    context = {"child_id": row.pk, "child_name": called(row), "shared": forms}
    return render(request, "feedback/asking/together.html", context)
