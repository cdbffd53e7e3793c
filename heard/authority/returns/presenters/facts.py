"""Lists of facts: opaque ids, days, codes and rules. No words, no worker, no team."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.urls import NoReverseMatch, reverse

from heard.authority.returns.models import CheckRecord
from heard.authority.returns.presenters.words import (
    answer_words,
    code_words,
    day_words,
    line_words,
    rule_words,
    short,
)
from heard.authority.returns.rules import records
from heard.authority.returns.rules.groups import Group
from heard.kernel.return_spec.fact import Fact

# The pages of child/ that open one fact, under their own permissions.
PAGES = {"2a": "evidence:fact", "2b": "reviews:fact", "2c": "asking_due:fact"}
PAGES_OF_RECORDS = {
    records.POINT: PAGES["2a"],
    records.ANSWER: PAGES["2a"],
    records.REVIEW: PAGES["2b"],
    records.ASKING: PAGES["2c"],
    records.DECISION: PAGES["2c"],
    records.CHILD: PAGES["2c"],
}


class Pages:
    """Where records open: an address is looked up once for a list, not for each of its rows."""

    PLACE = "REF"

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def where(self, page: str, ref: str) -> str:
        """Return the address of the page that opens a record, or nothing where no page does."""
        if page not in self.known:
            try:
                self.known[page] = reverse(page, args=[self.PLACE])
            except NoReverseMatch:
                self.known[page] = ""
        return self.known[page].replace(self.PLACE, quote(ref, safe=""))


def fact_rows(facts: Iterable[Fact]) -> list[dict[str, Any]]:
    """Return what the list says of each fact."""
    pages = Pages()
    return [
        {
            "id": short(fact.ref),
            "href": pages.where(PAGES[fact.item], fact.ref),
            "child": short(fact.child),
            "line": line_words(fact.item, fact.line),
            "day": day_words(fact.day),
            "code": code_words(fact),
            "counted": answer_words(fact.counted),
            "rule": rule_words(fact.rule),
        }
        for fact in facts
    ]


def record_rows(rows: Iterable[CheckRecord]) -> list[dict[str, str]]:
    """Return what the list says of each record that breaks a check."""
    pages = Pages()
    return [
        {
            "kind": row.kind or "setting",
            "id": short(row.ref),
            "href": pages.where(PAGES_OF_RECORDS[row.kind], row.ref) if row.kind else "",
            "child": short(row.child),
        }
        for row in rows
    ]


def line_choices(groups: Iterable[Group]) -> list[tuple[str, str]]:
    """Return the lines of an item that hold facts, with how many."""
    sizes: dict[str, int] = {}
    for group in groups:
        sizes[group.line] = sizes.get(group.line, 0) + group.size
    words = [(line, line_words(group_item(groups), line), size) for line, size in sizes.items()]
    return [("", "All"), *((line, f"{said} ({size:,})") for line, said, size in words)]


def group_item(groups: Iterable[Group]) -> str:
    """Return the item of some groups."""
    return next((group.item for group in groups), "")


def answer_choices(groups: Iterable[Group], line: str) -> list[tuple[str, str]]:
    """Return what the facts of a line count as, with how many."""
    sizes: dict[str, int] = {}
    for group in groups:
        if line in ("", group.line):
            sizes[group.counted] = sizes.get(group.counted, 0) + group.size
    return [
        ("", "All"),
        *((counted, f"{answer_words(counted)} ({size:,})") for counted, size in sizes.items()),
    ]
