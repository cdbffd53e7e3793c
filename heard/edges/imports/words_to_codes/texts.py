"""Every text that reviews carry: who knows it, and how many carry it. For the mapping page."""

import hashlib
from collections import Counter
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
    coded, own, written = _coded(), _own(), _written()
    decided = {(r.source, r.key): r for r in MappedWords.objects.order_by("decided_at", "id")}
    for pair in sorted(coded.keys() | own.keys() | decided.keys()):
        count, row = coded.get(pair, 0) + own.get(pair, 0), decided.get(pair)
        if row:
            meant = Meant(row.scheme, row.code)
            yield Text(*pair, row.written, count, meant, row.decided_by, row.decided_at)
        else:
            known = None if pair in own else Dictionary(pair[0]).code_for(written[pair])
            yield Text(*pair, written[pair], count, known, "", None)


Pair = tuple[str, str]  # source and key


def _coded() -> dict[Pair, int]:
    """How many reviews have a code that came from these words."""
    rows = WordsOfReview.objects.values_list("source", "key").order_by()
    return {(source, key): n for source, key, n in rows.annotate(n=Count("pk"))}


def _own() -> dict[Pair, int]:
    """How many reviews have these words in the place of a code."""
    found: Counter[Pair] = Counter()
    for own in own_words():
        found[own.source, normalised(own.text)] += own.reviews
    return found


def _written() -> dict[Pair, str]:
    """One way in which each text is written."""
    rows = WordsOfReview.objects.values_list("source", "key").order_by()
    written = {(source, key): one for source, key, one in rows.annotate(one=Min("written"))}
    return {(own.source, normalised(own.text)): own.text for own in own_words()} | written
