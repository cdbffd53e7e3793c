"""Facts brought into the database count there as they do in the files, and so does the witness."""

from collections import Counter
from datetime import date

import pytest

from heard.child.people.models import Child
from heard.edges.imports.operations.facts import bring_in_facts
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.kernel.return_spec.checks import run_checks
from heard.kernel.return_spec.context import Context
from heard.kernel.return_spec.figures import figures
from heard.kernel.time import ReportingYear
from tests.cast import NOON
from tests.independent.adapter import count_with_heard
from tests.independent.count import count_folder
from tests.independent.doors import every_fact, figures_of_counts, rows_for_checks
from tests.independent.folders import write_folder

YEAR = "2025-26"
WHEN = (
    (YEAR, date(2026, 3, 31), None),
    (YEAR, date(2026, 5, 31), date(2025, 9, 29)),
    (YEAR, date(2025, 9, 30), None),
    ("2024-25", date(2026, 4, 30), None),
    ("2026-27", date(2026, 5, 20), date(2026, 4, 10)),
    ("2026-27", date(2026, 3, 31), None),
)

pytestmark = pytest.mark.django_db


def brought_in(folder, seed, children):
    """Write a folder of facts, bring it in as an authority does, and return it."""
    write_folder(folder, seed, children)
    bring_in_facts(folder, HEARD_ITSELF, NOON)
    return folder


@pytest.mark.parametrize("seed", range(12))
def test_counts_facts_and_witness_agree(tmp_path, seed):
    all_agree(brought_in(tmp_path, seed, children=40))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
def test_counts_facts_and_witness_agree_about_more_children(tmp_path, seed):
    all_agree(brought_in(tmp_path, seed, children=150))


def all_agree(folder):
    for label, as_of, began_on in WHEN:
        year = ReportingYear.parse(label)
        expected = count_folder(folder, label, as_of, None, began_on)
        counted = figures_of_counts(year, as_of, began_on)
        assert counted == expected, (label, as_of)
        assert figures(every_fact(year, as_of, began_on), as_of, year, began_on) == expected


@pytest.mark.parametrize("seed", [31, 32, 33])
def test_each_fact_is_that_of_the_files(tmp_path, seed):
    folder = brought_in(tmp_path, seed, children=60)
    known = {child.hex: name for child, name in Child.objects.values_list("pk", "authority_id")}
    for label, as_of, began_on in WHEN:
        year = ReportingYear.parse(label)
        _, context = count_with_heard(folder, label, as_of, began_on)
        ours = Counter(
            without_ref(fact, known[fact.child]) for fact in every_fact(year, as_of, began_on)
        )
        assert ours == Counter(without_ref(fact, fact.child) for fact in context.facts)


def without_ref(fact, child):
    """Return a fact as the files and the database both know it."""
    fact = fact._replace(ref="", child=child)
    if fact.item != "2b":
        return fact
    # Which of a review's rows stands for it depends on the ids, and no figure depends on which.
    return fact._replace(code="", rule=fact.rule.replace("converted", "coded"))


@pytest.mark.parametrize("seed", [31, 34])
def test_the_checks_find_the_same_in_both(tmp_path, seed):
    folder = brought_in(tmp_path, seed, children=80)
    for label, as_of, began_on in WHEN:
        year = ReportingYear.parse(label)
        _, of_files = count_with_heard(folder, label, as_of, began_on)
        facts = every_fact(year, as_of, began_on)
        ours = Context(year, as_of, as_of, facts=facts, **rows_for_checks(year))
        assert found(ours) == found(of_files), (label, as_of)


def found(context):
    findings = run_checks(context)
    assert all(finding.ran for finding in findings)
    return {finding.code: finding.count for finding in findings}


def test_no_two_facts_of_a_line_share_a_ref(tmp_path):
    brought_in(tmp_path, 35, children=150)
    for label, as_of, began_on in WHEN:
        facts = every_fact(ReportingYear.parse(label), as_of, began_on)
        refs = Counter((fact.item, fact.line, fact.ref) for fact in facts)
        assert set(refs.values()) <= {1}, refs.most_common(1)


def test_facts_come_in_the_same_order_each_time(tmp_path):
    brought_in(tmp_path, 36, children=50)
    year, as_of = ReportingYear(2025), date(2026, 3, 31)
    assert every_fact(year, as_of, None) == every_fact(year, as_of, None)
