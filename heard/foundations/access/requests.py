"""The type of a request behind `@needs(...)`."""

from django.http import HttpRequest

from heard.foundations.accounts.models import Staff


class StaffRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: Staff
