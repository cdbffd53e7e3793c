"""A return as files: JSON, the two CSV files of the statistics publication, and a PDF."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from heard.authority.returns.models import ReturnVersion
from heard.authority.returns.presenters import pdf
from heard.authority.returns.queries.versions import whole
from heard.authority.returns.rules.area import area_of
from heard.foundations.ui import paper
from heard.kernel.return_spec.ees import Publication, as_csv, file_names, publication


class CannotMake(Exception):
    """A file cannot be made; the message says why and what to do."""


class File(NamedTuple):
    """A file to hand over."""

    name: str
    content_type: str
    content: bytes


class Offer(NamedTuple):
    """A file that can be taken out: its kind, what it is called, and what it is for."""

    kind: str
    title: str
    purpose: str


KINDS = {
    "json": Offer("json", "The return as JSON", "All figures and checks, for another program."),
    "csv": Offer(
        "csv",
        "The figures for the statistics publication (CSV)",
        "Small numbers are protected: c hides 1 to 5 and what they could be worked out from, z is "
        "not applicable, x is not available, k rounds to 0.",
    ),
    "meta": Offer("meta", "What the columns of that file are (.meta.csv)", "Goes with the CSV."),
    "pdf": Offer(
        "pdf",
        "The return as a letter (PDF)",
        "Every figure unprotected, for the director and those who answer for the service. Publish "
        "the CSV, not this.",
    ),
}


def offers(version: ReturnVersion) -> list[Offer]:
    """Return the files that a version can be taken out as."""
    return list(KINDS.values())


def name_of(version: ReturnVersion, kind: str) -> str:
    """Return the name of a file of a return."""
    code = version.authority_code or "no-code"
    return f"return_{version.year}_{code}_version_{version.number}.{kind}"


def make(version: ReturnVersion, kind: str, said: dict[str, Any]) -> File:
    """Make a file of a return; `said` is what its letter says. CannotMake says why not."""
    return MAKERS[kind](version, said)


def _json(version: ReturnVersion, said: dict[str, Any]) -> File:
    text = json.dumps(whole(version), ensure_ascii=False, indent=1) + "\n"
    return File(name_of(version, "json"), "application/json", text.encode())


def published(version: ReturnVersion) -> tuple[Publication, tuple[str, str]]:
    """Return the rows and the names of the two CSV files. CannotMake without a known authority."""
    area = area_of(version.authority_code)
    if area is None:
        raise CannotMake(
            f'No authority of England has the code "{version.authority_code}", so the file cannot '
            "say where the figures are from. Set the code under Settings and build again."
        )
    shape = whole(version)
    return publication(shape, area), file_names(shape)


def _csv(version: ReturnVersion, said: dict[str, Any]) -> File:
    rows, names = published(version)
    return File(names[0], "text/csv; charset=utf-8", as_csv(rows.data).encode())


def _meta(version: ReturnVersion, said: dict[str, Any]) -> File:
    rows, names = published(version)
    return File(names[1], "text/csv; charset=utf-8", as_csv(rows.meta).encode())


def _pdf(version: ReturnVersion, said: dict[str, Any]) -> File:
    try:
        content = pdf.make(version, said)
    except paper.Missing as problem:
        raise CannotMake(str(problem)) from problem
    return File(name_of(version, "pdf"), "application/pdf", content)


MAKERS: dict[str, Callable[[ReturnVersion, dict[str, Any]], File]] = {
    "json": _json,
    "csv": _csv,
    "meta": _meta,
    "pdf": _pdf,
}
