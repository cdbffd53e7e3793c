"""The written checks: each finds its records, and one that breaks is never clean."""

from datetime import date

import pytest

from heard.kernel.return_spec import rows
from heard.kernel.return_spec.checks import Check, checks_of, run_checks
from heard.kernel.return_spec.context import Context
from heard.kernel.return_spec.fact import Fact
from heard.kernel.time import ReportingYear

YEAR = ReportingYear(2025)
AS_OF, TODAY = date(2026, 4, 30), date(2026, 5, 1)
DAY, EARLIER = date(2025, 9, 1), date(2025, 6, 1)
WORK = rows.WorkRow("A", "CLA", date(2025, 4, 1), None)
CHILD = rows.ChildRow("A", date(2015, 1, 1))
YOUNG = rows.ChildRow("A", date(2023, 1, 1))


def review(held=DAY, plan="CLA", code="PN1", scheme="voice-2023", reason=True, cancelled=False):
    return rows.ReviewRow("R", "A", plan, held, cancelled, code, scheme, reason)


def fact(item, line, counted, rule, day=DAY):
    return Fact(item, line, "F", "A", day, "", counted, rule)


def left_out(rule):
    return {"facts": [fact("2c", "intervals", "excluded", rule)]}


def found(**given):
    """Return {code: refs} of a return that has nothing wrong but what is given."""
    clean = {
        "authority_code": "302",
        "authority_name": "Barnet",
        "plan_published": True,
        "children": [CHILD],
        "work": [WORK],
    }
    context = Context(YEAR, AS_OF, TODAY, **{**clean, **given})
    return {finding.code: finding.refs for finding in run_checks(context)}


CASES = [
    ("authority-not-set", {"authority_name": None}),
    ("authority-code-shape", {"authority_code": "E0900"}),
    ("review-conflict", {"facts": [fact("2b", "CLA", "uncoded", "2b-conflict")]}),
    ("review-not-coded", {"facts": [fact("2b", "CLA", "uncoded", "2b-uncoded")]}),
    ("review-not-coded", {"facts": [fact("2b", "CLA", "uncoded", "2b-local")]}),
    ("review-older-way", {"facts": [fact("2b", "CLA", "uncoded", "2b-older-way")]}),
    ("pn8-without-reason", {"reviews": [review(code="PN8", reason=False)]}),
    ("older-code-not-looked-after", {"reviews": [review(plan="CP", scheme="ssda903")]}),
    ("review-before-birth", {"children": [rows.ChildRow("A", date(2025, 9, 2))]}),
    ("review-after-today", {"reviews": [review(held=date(2026, 5, 2))]}),
    ("review-outside-work", {"work": []}),
    ("point-outside-work", {"points": [rows.PointRow("closure", "P", "A", date(2025, 4, 1))]}),
    (
        "asking-outside-work",
        left_out("2c-asking-outside-work"),
    ),
    ("asking-not-of-child", left_out("2c-asking-who")),
    ("talk-too-late", left_out("2c-asking-late-talk")),
    (
        "confirmation-of-unknown-point",
        {"confirmations": [rows.ConfirmationRow("closure", "P", "A", "yes", DAY)]},
    ),
    ("point-unanswered", {"facts": [fact("2a", "closure", "unanswered", "2a-unanswered")]}),
    (
        "not-appropriate-without-reason",
        {"exemptions": [rows.ExemptionRow("E", "A", DAY, None, None, has_reason=False)]},
    ),
    ("birth-in-future", {"children": [rows.ChildRow("A", date(2026, 5, 2))]}),
    ("placeholder-date", {"children": [rows.ChildRow("A", date(1900, 1, 1))]}),
    ("under-4-code-at-4", {"reviews": [review(code="PN0", scheme="ssda903")]}),
    ("plan-not-published", {"plan_published": False}),
]
EXTRA = {
    "review-before-birth": {"reviews": [review()]},
    "review-outside-work": {"reviews": [review()]},
    "point-outside-work": {"work": [WORK._replace(first=date(2025, 4, 2))]},
}


@pytest.mark.parametrize("code, given", CASES)
def test_a_check_finds_its_records_and_nothing_else_is_said(code, given):
    assert set(found(**{**EXTRA.get(code, {}), **given})) == {code}


def test_a_return_without_faults_has_no_findings():
    assert found(reviews=[review()]) == {}


def test_every_check_has_been_tried():
    tried = {code for code, _ in CASES} | {"decision-too-late", "over-4-code-under-4"}
    assert {check.code for check in checks_of(YEAR)} == tried


def test_codes_of_the_older_scheme_under_4():
    assert found(children=[YOUNG], reviews=[review(scheme="ssda903")]) == {
        "over-4-code-under-4": ("R",)
    }
    assert found(children=[YOUNG], reviews=[review(scheme="ssda903", code="PN0")]) == {}


def test_a_decision_agreed_after_the_day_that_it_covers():
    missed = fact("2c", "intervals", "no", "2c-not-asked")
    late = rows.ExemptionRow("E", "A", EARLIER, None, date(2025, 9, 2))
    assert found(facts=[missed], exemptions=[late]) == {"decision-too-late": ("E",)}
    elsewhere = rows.ExemptionRow("E", "A", EARLIER, EARLIER, date(2025, 9, 2))
    assert found(facts=[missed], exemptions=[elsewhere]) == {}


def test_cancelled_reviews_and_other_years_are_left_alone():
    old = date(2024, 5, 1)
    assert found(work=[], reviews=[review(cancelled=True), review(held=old)]) == {}


def test_a_check_that_breaks_is_an_error_that_nobody_may_accept():
    def broken(context):
        raise KeyError("a name that must not be shown")

    findings = run_checks(Context(YEAR, AS_OF, TODAY), [Check("x", "warning", "Looks.", broken)])
    assert [(f.severity, f.count, f.ran) for f in findings] == [("error", 1, False)]
    assert "could not run" in findings[0].text
    assert "a name" not in findings[0].text


def test_errors_come_first_and_only_what_makes_figures_wrong_is_one():
    severities = {check.code: check.severity for check in checks_of(YEAR)}
    errors = {code for code, severity in severities.items() if severity == "error"}
    assert errors == {"authority-not-set", "authority-code-shape", "review-conflict"}
    said = run_checks(Context(YEAR, AS_OF, TODAY))
    assert said[0].as_json()["severity"] == "error"
    assert set(said[0].as_json()) == {"code", "severity", "text", "count"}


def test_other_years_have_the_checks_of_the_year_before():
    assert checks_of(ReportingYear(2026)) == checks_of(ReportingYear(2024)) == checks_of(YEAR)
