"""The files of the statistics publication, and the screener that looks at their shape."""

from datetime import date

import pytest

from heard.kernel.return_spec.ees import Area, as_csv, file_names, publication, read_csv, screen
from heard.kernel.return_spec.ees.publication import FINANCIAL_YEAR, REPORTING_YEAR
from heard.kernel.return_spec.fact import Fact
from heard.kernel.return_spec.figures import figures
from heard.kernel.return_spec.shapes import shape_return
from heard.kernel.time import ReportingYear

YEAR = ReportingYear(2025)
DAY = date(2025, 5, 1)
AREA = Area("302", "E09000003", "Barnet", "E13000002", "Outer London")
SPOKEN = {"CIN": 20, "CLA": 3}


def a_return(as_of=date(2026, 4, 30)):
    facts = [
        Fact("2b", plan, f"{plan}{n}", "A", DAY, "", "PN1", "2b-coded")
        for plan, held in SPOKEN.items()
        for n in range(held)
    ]
    facts += [Fact("2b", "CIN", f"u{n}", "A", DAY, "", "uncoded", "2b-uncoded") for n in range(20)]
    facts += [Fact("2a", "closure", f"{n}", "A", DAY, "", "yes", "x") for n in range(30)]
    facts += [Fact("2a", "closure", f"n{n}", "A", DAY, "", "no", "x") for n in range(10)]
    return shape_return(YEAR, as_of, ("302", "Barnet"), figures(facts, as_of, YEAR), [])


def cells(published):
    return {tuple(row[10:13]): tuple(row[13:]) for row in published.data[1:]}


@pytest.mark.parametrize("name, faults", [("pass", 0), ("fail", 1)])
def test_the_screener_agrees_with_the_services_examples(test_data, name, faults):
    folder = test_data / "ees_example"
    data, meta = ((folder / f"{name}{end}.csv").read_text() for end in ("", ".meta"))
    assert len(screen(read_csv(data), read_csv(meta))) == faults


@pytest.mark.parametrize(
    "identifier, period", [(REPORTING_YEAR, "2026"), (FINANCIAL_YEAR, "202526")]
)
def test_what_is_published_passes_the_screener(identifier, period):
    published = publication(a_return(), AREA, identifier)
    assert screen(published.data, published.meta) == []
    assert {row[0] for row in published.data[1:]} == {period}
    assert screen(read_csv(as_csv(published.data)), read_csv(as_csv(published.meta))) == []


def test_the_publication_is_the_same_every_time():
    assert publication(a_return(), AREA) == publication(a_return(), AREA)
    assert file_names(a_return()) == ("voice_202526_302.csv", "voice_202526_302.meta.csv")


def test_figures_stand_in_their_lines_with_whole_percentages():
    found = cells(publication(a_return(), AREA))
    assert found["2a Case closure", "Total", "Yes"] == (30, 75)
    assert found["2a Case closure", "Total", "No"] == (10, "z")
    assert found["2a Case closure", "Total", "Total"] == (40, "z")
    assert found["2a Case closure", "Early Help", "Yes"] == ("z", "z")
    assert found["2a Assessment", "Total", "Yes"] == (0, "z")
    assert found["1a Annual voice plan published", "Total", "Yes"] == ("z", 0)


def test_small_numbers_and_what_gives_them_away_are_hidden():
    found = cells(publication(a_return(), AREA))
    reviews = "2b Participation in reviews"
    assert found[reviews, "Looked After", "PN1 (voice-2023)"] == ("c", "c")
    assert found[reviews, "Looked After", "Total"][0] == "c"
    shown = [found[reviews, plan, "PN1 (voice-2023)"][0] for plan in ("Child in Need", "Total")]
    assert "c" in shown
    assert all(count not in range(1, 6) for count, _ in found.values())


def test_a_quarter_that_is_not_over_is_not_available():
    found = cells(publication(a_return(date(2025, 9, 1)), AREA))
    assert found["2c Children at 31 December", "Total", "Yes"] == ("x", "x")
    assert found["2c Children at 30 June", "Total", "Yes"] == (0, "z")


def test_a_file_without_a_place_is_refused():
    with pytest.raises(ValueError, match="Set them first"):
        publication(a_return(), AREA._replace(region_code=""))


def change(column, value, row=1):
    def changed(data, meta):
        data[row][data[0].index(column)] = value

    return changed


FAULTS = [
    (change("time_period", "2026"), "6 digits"),
    (change("time_identifier", "parsec"), "not a time identifier"),
    (change("geographic_level", "Planet"), "geographic level"),
    (change("la_name", ""), "la_name is empty"),
    (change("count", "~"), "neither a number nor a symbol"),
    (change("count", ""), "neither a number nor a symbol"),
    (change("answer", " Yes"), "spaces around"),
    (lambda data, meta: data.pop(), "not complete"),
    (lambda data, meta: data.append(data[1]), "stands twice"),
    (lambda data, meta: meta.pop(), "does not say"),
    (lambda data, meta: meta[1].__setitem__(1, "Sieve"), "Filter or Indicator"),
    (lambda data, meta: meta[2].__setitem__(2, meta[1][2]), "label of its own"),
    (lambda data, meta: data[0].__setitem__(13, "Count of"), "snake_case"),
]


@pytest.mark.parametrize("spoil, words", FAULTS)
def test_the_screener_finds_a_spoilt_shape(spoil, words):
    published = publication(a_return(), AREA)
    spoil(published.data, published.meta)
    assert any(words in fault for fault in screen(published.data, published.meta))
