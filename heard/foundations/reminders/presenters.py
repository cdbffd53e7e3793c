"""The home page: what this person may open, in the words of their permissions."""

from typing import NamedTuple

from django.urls import NoReverseMatch, reverse

from heard.foundations.access.navigation import LINKS
from heard.foundations.accounts.models import Staff


class Way(NamedTuple):
    """One way on from the home page."""

    href: str
    text: str
    words: str


def first_name(staff: Staff) -> str:
    """Return how a person is greeted."""
    return staff.name.split()[0]


def ways(staff: Staff) -> list[Way]:
    """Return the pages that this person may open and that this door has."""
    found = [(permission, _address(name), text) for permission, name, text in LINKS]
    return [Way(href, text, p.value) for p, href, text in found if href and staff.may(p)]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:  # this door does not have the page
        return ""
