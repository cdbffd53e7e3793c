"""Writing looked-after reviews as the SSDA903 return has them, in CSV and in XML.

The same rows always give the same bytes. Nothing is changed to guard a spreadsheet against
formulas: this is a statutory file. What the format cannot hold is handed back, never bent.
"""

import csv
import datetime
import io
import re
from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO, NamedTuple

from lxml import etree

from heard.edges.integrations.systems.ssda903.columns import TABLES
from heard.edges.integrations.systems.ssda903.from_xml import ROOT
from heard.edges.integrations.systems.ssda903.rules import CODES

LONGEST_ID = 20
_ID = re.compile(rf"[A-Za-z0-9]{{1,{LONGEST_ID}}}")


class ReviewRow(NamedTuple):
    """One review: the authority's id of the child, its date of birth, the day, PN0 to PN7."""

    child: str
    born: datetime.date | None
    day: datetime.date
    code: str


class NotWritten(NamedTuple):
    """A review that is not in the file, and why."""

    row: ReviewRow
    reason: str


def write_csv(rows: Iterable[ReviewRow], out: BinaryIO) -> list[NotWritten]:
    """Writes the Reviews table (UTF-8, CRLF), by child and day. Returns what it could not write."""
    fit, unfit = _sorted_out(rows)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow(TABLES["Reviews"])
        writer.writerows((row.child, _day(row.born), _day(row.day), row.code) for row in fit)
    finally:
        text.detach()
    return unfit


def write_xml(rows: Iterable[ReviewRow], out: BinaryIO) -> list[NotWritten]:
    """Writes an EXPSSDA903 with the reviews of each child. Returns what it could not write."""
    fit, unfit = _sorted_out(rows)
    with etree.xmlfile(out, encoding="utf-8") as document:
        document.write_declaration()
        with document.element(ROOT):
            document.write("\n")
            for _, reviews in groupby(fit, key=lambda row: (row.child, row.born)):
                document.write(_child(list(reviews)), pretty_print=True)
    return unfit


def _child(reviews: list[ReviewRow]) -> etree._Element:
    child = etree.Element("CHILD")
    header = etree.SubElement(child, "HEADER")
    etree.SubElement(header, "CHILDID").text = reviews[0].child
    etree.SubElement(header, "DOB").text = _day(reviews[0].born)
    for row in reviews:
        review = etree.SubElement(header, "AREVIEW")
        etree.SubElement(review, "REVIEW").text = _day(row.day)
        etree.SubElement(review, "REVIEW_CODE").text = row.code
    return child


def _sorted_out(rows: Iterable[ReviewRow]) -> tuple[list[ReviewRow], list[NotWritten]]:
    fit: list[ReviewRow] = []
    unfit: list[NotWritten] = []
    for row in rows:
        reason = _unfit(row)
        if reason:
            unfit.append(NotWritten(row, reason))
        else:
            fit.append(row)
    return sorted(fit), unfit


def _unfit(row: ReviewRow) -> str:
    if not row.child:
        return "The child has no id in the authority's system."
    if len(row.child) > LONGEST_ID:
        return f"The child's id is longer than the {LONGEST_ID} characters that the return holds."
    if not _ID.fullmatch(row.child):
        return "The child's id has other characters than the letters and digits of the return."
    if row.born is None:
        return "The child has no date of birth, which the return needs."
    if row.code not in CODES:
        return "The review has no code of the statutory list (PN0 to PN7)."
    return ""


def _day(day: datetime.date | None) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if day else ""
