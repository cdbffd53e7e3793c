"""Law 10: every figure of the return opens to exactly the facts that it counts, and says when."""

import json
from typing import Any

import pytest

from heard.authority.returns import operations as returns
from heard.authority.returns.queries.facts import Asked, FactList, chosen, groups
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock
from heard.kernel.time import ReportingYear
from tests.cast import Cast
from tests.independent.folders import write_folder
from tests.sign_in import client_of

pytestmark = pytest.mark.django_db
COUNTS = {"yes", "no", "not_appropriate", "unanswered", "uncoded", *(f"PN{n}" for n in range(1, 9))}


@pytest.fixture
def version(cast: Cast, tmp_path: Any) -> Any:
    """A return of a year with facts of every kind."""
    from heard.edges.imports.doing import bring_in

    bring_in("facts", write_folder(tmp_path / "facts", 3, 200), HEARD_ITSELF, clock.now())
    year, who = ReportingYear.parse("2025-26"), {"by": HEARD_ITSELF, "at": clock.now()}
    return returns.build(year=year, as_of=None, today=clock.today(), **who)


def figures(items: dict[str, Any]) -> dict[tuple[str, str, str], int]:
    """Return every count of a return by item, line and what it counts as."""
    found = {}
    for point in ("assessment", "closure"):
        for name in ("yes", "no", "not_appropriate", "unanswered"):
            found["2a", point, name] = items["2a"][point][name]
    for plan, table in items["2b"]["by_plan"].items():
        for name, line in table.items():
            if name != "held":
                found["2b", plan, name] = line["count"]
    for name in ("yes", "no", "not_appropriate"):
        found["2c", "children", name] = items["2c"]["children"][name]
        found["2c", "intervals", name] = items["2c"]["intervals"][name]
        for day, quarter in items["2c"]["quarter_ends"].items():
            found["2c", day, name] = quarter[name]
    return found


def test_every_count_opens_to_as_many_facts(version: Any) -> None:
    counted = figures(json.loads(version.items))
    assert sum(counted.values()) > 500
    wrong = {}
    for (item, line, name), count in counted.items():
        facts = FactList(version, chosen(groups(version, item), Asked(item, line, name)))
        opened = facts[0 : count + 1]
        of_it = [f for f in opened if (f.item, f.line, f.counted) == (item, line, name)]
        if {len(facts), len(opened), len(of_it), len({f.ref for f in of_it})} != {count}:
            wrong[item, line, name] = (count, len(facts), len(opened), len(of_it))
    assert not wrong


def test_every_fact_names_its_day_and_the_rule_that_counted_it(version: Any) -> None:
    assert not version.facts.filter(rule="").exists()
    # A child in the year is counted from all their intervals; each of those has its day.
    # One that counts nowhere (an interval that is not settled) says why by its rule.
    counted = version.facts.exclude(counted="excluded").filter(day=None)
    assert set(counted.values_list("item", "line")) <= {("2c", "children")}
    assert {f.counted for f in version.facts.all()} <= COUNTS | {"excluded", "not settled", "open"}


def test_the_letter_says_when_up_to_which_day_and_by_whom(cast: Cast, version: Any) -> None:
    page = client_of(cast["Olu"]).get("/returns/2025-26/1/").content.decode()
    assert "31 March 2026" in page
    assert HEARD_ITSELF.name in page
    assert page.count("/facts/") > 40
    assert "unanswered" in page.lower()
