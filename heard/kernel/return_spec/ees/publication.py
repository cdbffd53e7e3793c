"""The two files of the statistics publication: the figures, and what their columns are."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from heard.kernel.return_spec.ees.items import all_lines
from heard.kernel.return_spec.shapes import Json
from heard.kernel.time import ReportingYear

Row = list[str | int]
COUNTRY = ("E92000001", "England")
LEVEL = "Local authority"
REPORTING_YEAR = "Reporting year"
FINANCIAL_YEAR = "Financial year"
PLACE_COLUMNS = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
    *("region_code", "region_name", "old_la_code", "new_la_code", "la_name"),
)
FILTERS = {"item": "Item of the dataset", "plan_type": "Type of plan", "answer": "Answer"}
INDICATORS = {"count": ("Number", ""), "percent": ("Percentage", "%")}
META_COLUMNS = (
    *("col_name", "col_type", "label", "indicator_grouping"),
    *("indicator_unit", "indicator_dp", "filter_hint", "filter_grouping_column"),
)


class Area(NamedTuple):
    """Where an authority is: its three-digit code, nine-character code, name and region."""

    code: str
    new_code: str
    name: str
    region_code: str
    region_name: str


class Publication(NamedTuple):
    """The two files as rows; the first row of each is its header."""

    data: list[Row]
    meta: list[Row]


def time_period(year: ReportingYear, identifier: str = FINANCIAL_YEAR) -> str:
    """Return the year as the statistics service writes it beside the time identifier.

    A reporting year has four digits, the year in which it ends (2026 for 2025-26); a financial
    year has six (202526). The service's screener refuses the one in place of the other.
    """
    if identifier == REPORTING_YEAR:
        return str(year.end.year)
    if identifier == FINANCIAL_YEAR:
        return year.label.replace("-", "")
    raise ValueError(f'"{identifier}" is not how this return names its year.')


def publication(whole_return: Json, area: Area, identifier: str = FINANCIAL_YEAR) -> Publication:
    """Return a return as the two files, small numbers protected, the matrix complete.

    ValueError where the area has an empty field: a file without a place cannot be published.
    """
    if not all(area):
        raise ValueError("The authority's codes, name or region are not known. Set them first.")
    year = ReportingYear.parse(whole_return["reporting_year"])
    place: Row = [time_period(year, identifier), identifier, LEVEL, *COUNTRY]
    place += [area.region_code, area.region_name, area.code, area.new_code, area.name]
    data: list[Row] = [[*PLACE_COLUMNS, *FILTERS, *INDICATORS]]
    for line, cells in all_lines(whole_return["items"]).items():
        data.append([*place, *line, *cells])
    return Publication(data, meta_rows())


def meta_rows() -> list[Row]:
    """Return the metadata file: what each filter and each indicator is."""
    rows: list[Row] = [list(META_COLUMNS)]
    for name, label in FILTERS.items():
        rows.append([name, "Filter", label, "", "", "", "", ""])
    for name, (label, unit) in INDICATORS.items():
        rows.append([name, "Indicator", label, "", unit, "0", "", ""])
    return rows


def as_csv(rows: Sequence[Row]) -> str:
    """Return rows as CSV text: words in quotation marks, numbers bare."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
    return out.getvalue()


def file_names(whole_return: Json) -> tuple[str, str]:
    """Return the names of the data and the metadata file: no spaces, no special characters."""
    year = whole_return["reporting_year"].replace("-", "")
    stem = f"voice_{year}_{whole_return['authority']['code']}"
    return f"{stem}.csv", f"{stem}.meta.csv"
