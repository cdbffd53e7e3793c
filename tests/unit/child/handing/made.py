"""Each way in which a device comes into somebody's hands: who lends it, and what it opens then."""

from collections.abc import Callable
from typing import NamedTuple

from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD, Cast
from tests.unit.child.feedback.family.made import told_by_nan
from tests.unit.child.feedback.made import offered


class Hand(NamedTuple):
    """Who lends it, the page that does, all pages for the person, and where unlocking leads."""

    lender: str
    first: str
    theirs: tuple[str, ...]
    back_to: str


def form(cast: Cast) -> Hand:
    """Maya's feedback form."""
    row = offered(cast).pk
    pages = [reverse("feedback:fill", args=[row, step]) for step in ("start", "1", "4", "end")]
    return Hand("Priya", pages[0], tuple(pages), reverse("feedback:one", args=[row]))


def review(cast: Cast) -> Hand:
    """The two questions to Theo, whose review Ivor chaired."""
    row = cast.children["Theo"].reviews.get().pk
    first = reverse("reviews:after", args=[row])
    how, better = (reverse("reviews:after_question", args=[row, q]) for q in ("how", "better"))
    thanks = reverse("reviews:after_thanks", args=[row])
    return Hand("Ivor", first, (first, how, better, thanks), reverse("reviews:one", args=[row]))


def word(cast: Cast) -> Hand:
    """Were you told? asked of Nan."""
    said = told_by_nan(cast).pk
    first, kept = (reverse(f"story:{n}", args=[said]) for n in ("their_word", "their_word_kept"))
    return Hand("Priya", first, (first, kept), reverse("story:one", args=[said]))


def closing(cast: Cast) -> Hand:
    """The closing questions to Maya."""
    maya = [cast.children["Maya"].pk]
    first, thanks = (reverse(f"story:{n}", args=maya) for n in ("closing", "closing_thanks"))
    return Hand(
        "Ruth", first, (first, f"{first}?shall=yes", thanks), reverse("story:ending", args=maya)
    )


def closing_of_nan(cast: Cast) -> Hand:
    """The closing questions to Nan."""
    whose = [cast.children["Maya"].pk, cast.adults["Nan"].pk]
    names = ("closing_of_adult", "closing_of_adult_thanks")
    first, thanks = (reverse(f"story:{n}", args=whose) for n in names)
    return Hand("Priya", first, (first, thanks), reverse("story:ending", args=whose[:1]))


HANDS: dict[str, Callable[[Cast], Hand]] = {
    "form": form,
    "review": review,
    "word": word,
    "closing": closing,
    "closing of an adult": closing_of_nan,
}


def unlock(client: Client) -> str:
    """Take the device back with the password; return the path of the page it leads to."""
    response = client.post(reverse("handing:give_back"), {"secret": PASSWORD}, follow=True)
    assert response.status_code == 200
    return str(response.request["PATH_INFO"])
