"""Every text that reviews carry: who knows it, and how many carry it. For the mapping page."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Min

from heard.child.reviews.wording import own_words
from heard.edges.imports.models import MappedWords, WordsOfReview
from heard.edges.imports.words_to_codes.carrying import carrying
from heard.edges.imports.words_to_codes.dictionary import Dictionary, Meant
from heard.edges.imports.words_to_codes.normalise import normalised
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import records_listed

WHY = "to say what the words of reviews mean"


class Text(NamedTuple):
    """A text of one source: how many reviews carry it, what it means now, and who said so.

    `meant` None: nobody said so and Heard does not know.
    """

    source: str
    key: str
    written: str
    reviews: int
    meant: Meant | None
    decided_by: str
    decided_at: datetime | None

    @property
    def ref(self) -> str:
        """What stands in an address for the text."""
        return hashlib.sha256(f"{self.source}\x1f{self.key}".encode()).hexdigest()[:32]


class Carried(NamedTuple):
    """A text with the last days on which reviews that carry it were held, and their plans."""

    text: Text
    days: list[tuple[date, str]]


def texts(staff: Staff, at: datetime) -> list[Text]:
    """Return every text, those that most reviews carry first; the look is written down."""
    found = list(_all())
    records_listed(
        what="words of reviews", why=WHY, data={"texts": len(found)}, by=staff.actor, at=at
    )
    return sorted(found, key=lambda text: (-text.reviews, text.source, text.key))


def one_text(staff: Staff, ref: str, at: datetime) -> Carried | None:
    """Return one text with days, or None where there is none; the look is written down."""
    text = next((text for text in _all() if text.ref == ref), None)
    if text is None:
        return None
    rows = carrying(text.source, text.key, Dictionary(text.source).code_for(text.written))
    last = rows.filter(~rows["cancelled"]).sort("held_on", "plan_type", descending=[True, False])
    records_listed(what="words of reviews", why=WHY, data={"text": ref}, by=staff.actor, at=at)
    return Carried(text, last.select("held_on", "plan_type").head(5).rows())


def waiting() -> int:
    """Return how many texts wait for somebody to say what they mean."""
    return sum(text.meant is None for text in _all())


def _all() -> Iterable[Text]:
    counts, written = _counted()
    decided = {
        (row.source, row.key): row for row in MappedWords.objects.order_by("decided_at", "id")
    }
    for pair in sorted(counts.keys() | decided.keys()):
        row = decided.get(pair)
        if row:
            yield Text(
                *pair, row.written, counts.get(pair, 0), Meant(row.scheme, row.code),
                row.decided_by, row.decided_at,
            )  # fmt: skip
            continue
        meant = Dictionary.known(written[pair])
        yield Text(*pair, written[pair], counts[pair], meant, "", None)


def _counted() -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], str]]:
    """How many reviews carry each (source, key), and one way in which it is written."""
    counts: dict[tuple[str, str], int] = {}
    written: dict[tuple[str, str], str] = {}
    rows = WordsOfReview.objects.values_list("source", "key").order_by()
    for source, key, count, one in rows.annotate(n=Count("pk"), one=Min("written")):
        counts[source, key], written[source, key] = count, one
    for own in own_words():
        pair = own.source, normalised(own.text)
        counts[pair] = counts.get(pair, 0) + own.reviews
        written.setdefault(pair, own.text)
    return counts, written
