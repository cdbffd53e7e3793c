"""Reviews in words."""

from collections.abc import Iterable

from django.urls import reverse
from markupsafe import Markup

from heard.child.people.opened_facts import whose_rows
from heard.child.people.presenters import LEVEL_WORDS
from heard.child.reviews.models import Review
from heard.child.reviews.queries import ReviewFact, RowOfReview
from heard.foundations.ui.words import day
from heard.kernel.codes import VOICE, WORDS
from heard.kernel.return_spec.fact import EXCLUDED, RULES

LISTS = {
    "voice-2023": "recommended list of 2023",
    "ssda903": "older list of the statutory return",
    "local": "the authority's own words",
}
NOT_ASKED = "Nothing is recorded"
LINK = Markup('<a class="govuk-link" href="{}">{}</a>')


def rows_of_child(reviews: Iterable[Review]) -> list[tuple[str, str, str, str, str]]:
    """Return each review: day, plan, how the child took part, the code with its list, chair."""
    return [
        (
            LINK.format(reverse("reviews:one", args=[r.pk]), day(r.held_on)),
            LEVEL_WORDS[r.plan_type],
            _part(r),
            code_words(r.scheme, r.code),
            str(r.chair or ""),
        )
        for r in reviews
    ]


def _part(review: Review) -> str:
    if review.cancelled:
        return "Not held, or set aside"
    return WORDS.get(review.scheme, {}).get(review.code, "") or review.code or NOT_ASKED


def code_words(scheme: str, code: str) -> str:
    """Return the code with its list; a code never stands alone."""
    return f"{code} ({LISTS[scheme]})" if code else "none"


def fact_rows(fact: ReviewFact) -> list[tuple[str, str]]:
    """Return one opened review row, and the others of the same review."""
    rows = [
        *whose_rows(fact.whose),
        ("Plan reviewed", LEVEL_WORDS[fact.plan_type]),
        ("Held on", day(fact.held_on)),
        ("Counts as", "not counted" if fact.counted == EXCLUDED else fact.counted),
        ("Why", RULES[fact.rule]),
    ]
    for row in fact.rows:
        rows.append(("This row" if row.opened else "Another row of this review", _row(row)))
    return rows


def _row(row: RowOfReview) -> str:
    parts = [code_words(row.scheme, row.code), row.wording]
    if row.counts_as and row.scheme != VOICE:
        parts.append(f"means {row.counts_as} in the {LISTS[VOICE]}")
    if row.cancelled:
        parts.append("cancelled or set aside")
    if row.has_reason:
        parts.append("a reason is recorded")
    return "; ".join([*filter(None, parts), f"came from: {row.source}"])
