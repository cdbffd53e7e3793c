"""The return as JSON and its hash."""

import hashlib
import json
from datetime import date

import pytest

from heard.kernel.return_spec.fact import RULES, Fact
from heard.kernel.return_spec.figures import figures
from heard.kernel.return_spec.shapes import canonical, content_hash, shape_1a, shape_c, shape_return
from heard.kernel.time import ReportingYear

YEAR = ReportingYear(2025)
AS_OF = date(2026, 4, 30)
DAY = date(2025, 5, 1)


def empty():
    return shape_return(YEAR, AS_OF, (None, None), figures([], AS_OF, YEAR), [])


def test_an_empty_return_has_the_shape_of_the_rules():
    no_line = {"count": 0, "percent": None}
    table = {f"PN{n}": no_line for n in range(1, 9)} | {"uncoded": no_line, "held": 0}
    d = {"yes": 0, "no": 0, "not_appropriate": 0, "percent": None}
    c = {**d, "unanswered": 0}
    quarters = ["2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31"]
    items = empty()["items"]
    assert items["2a"] == {"assessment": c, "closure": c}
    assert items["2b"]["all"] == table
    assert items["2b"]["by_plan"] == dict.fromkeys(["EH", "CIN", "CP", "CLA", "PATHWAY"], table)
    assert items["2c"] == {
        "asking_began_on": None,
        "children": d,
        "intervals": {"yes": 0, "no": 0, "not_appropriate": 0},
        "quarter_ends": dict.fromkeys(quarters, d),
    }
    assert empty()["authority"] == {"code": None, "name": None}


def test_the_hash_is_of_the_canonical_json_without_the_checks():
    whole = shape_return(YEAR, AS_OF, ("302", "Bärnet"), figures([], AS_OF, YEAR), [{"code": "x"}])
    said = {key: whole[key] for key in ("reporting_year", "as_of", "authority", "items")}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert whole["content_hash"] == hashlib.sha256(text.encode()).hexdigest()
    assert whole["content_hash"] == content_hash({**whole, "checks": []})
    assert "Bärnet" in canonical(said)


def test_quarters_after_as_of_have_no_line():
    items = figures([], date(2025, 9, 29), YEAR, asking_began_on=date(2025, 6, 1))
    assert list(items["2c"]["quarter_ends"]) == ["2025-06-30"]
    assert items["2c"]["asking_began_on"] == "2025-06-01"


def test_percents_are_floats_and_unanswered_is_not_in_them():
    counted = shape_c({"yes": 1, "no": 2, "unanswered": 7})
    assert counted["percent"] == 33.3
    assert canonical(shape_c({"yes": 2})) == canonical(
        {"yes": 2, "no": 0, "not_appropriate": 0, "unanswered": 0, "percent": 100.0}
    )


def test_item_1a_is_published_when_it_has_a_day():
    assert shape_1a(None, None)["published"] is False
    assert shape_1a(DAY, "https://example.org/plan", scrutinised=True) == {
        "published": True,
        "published_on": "2025-05-01",
        "address": "https://example.org/plan",
        "child_friendly": False,
        "scrutinised_by_young_people": True,
    }


def test_figures_are_a_tally_of_facts_and_leave_out_the_excluded():
    facts = [
        Fact("2a", "closure", "1", "A", DAY, "", "yes", "2a-last-confirmation"),
        Fact("2b", "CLA", "2", "A", DAY, "", "PN1", "2b-coded"),
        Fact("2b", "CLA", "3", "A", DAY, "", "excluded", "2b-cancelled"),
        Fact("2c", "2025-06-30", "4", "A", DAY, "", "no", "2c-quarter-not-asked"),
    ]
    items = figures(facts, AS_OF, YEAR)
    assert items["2a"]["closure"]["percent"] == 100.0
    assert items["2b"]["all"]["held"] == items["2b"]["by_plan"]["CLA"]["held"] == 1
    assert items["2c"]["quarter_ends"]["2025-06-30"]["no"] == 1


@pytest.mark.parametrize(
    "fact",
    [
        Fact("2b", "XYZ", "1", "A", DAY, "", "PN1", "2b-coded"),
        Fact("2b", "CLA", "1", "A", DAY, "", "PN0", "2b-coded"),
        Fact("2c", "2026-06-30", "1", "A", DAY, "", "yes", "2c-quarter"),
        Fact("3x", "CLA", "1", "A", DAY, "", "yes", "2b-coded"),
    ],
)
def test_a_fact_that_belongs_to_no_line_is_never_dropped_in_silence(fact):
    with pytest.raises(ValueError, match="line"):
        figures([fact], AS_OF, YEAR)


def test_every_rule_is_a_sentence():
    assert all(words.endswith(".") for words in RULES.values())
