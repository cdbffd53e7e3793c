"""The pure rules: days, places of facts, differences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.authority.returns.rules.days import BadReturn, check_as_of, parse_year
from heard.authority.returns.rules.difference import moved, moved_facts
from heard.authority.returns.rules.groups import groups_of, in_order, window
from heard.kernel.return_spec.fact import Fact

TODAY = date(2026, 4, 1)

FACTS = st.lists(
    st.builds(
        Fact,
        item=st.just("2b"),
        line=st.sampled_from(["CIN", "CLA"]),
        ref=st.integers(0, 40).map(str),
        child=st.sampled_from(["a", "b"]),
        day=st.sampled_from([None, date(2025, 5, 1), date(2025, 6, 1)]),
        code=st.just(""),
        counted=st.sampled_from(["PN1", "PN2", "excluded"]),
        rule=st.sampled_from(["2b-coded", "2b-cancelled"]),
    ),
    max_size=40,
)


def test_the_last_day_counted() -> None:
    assert check_as_of(None, TODAY) == date(2026, 3, 31)
    assert check_as_of(date(2026, 3, 31), TODAY) == date(2026, 3, 31)
    for late in (TODAY, date(2026, 4, 2), date(9999, 12, 31)):
        with pytest.raises(BadReturn, match="31 March 2026 or an earlier day"):
            check_as_of(late, TODAY)


@pytest.mark.parametrize("label", ["", "2025", "2025-2026", "2025-27", "25-26", "2025/26"])
def test_a_year_that_is_none(label: str) -> None:
    with pytest.raises(BadReturn, match="Write it like 2025-26"):
        parse_year(label)


@given(FACTS, st.integers(0, 45), st.integers(1, 20))
def test_a_window_is_a_slice_of_the_facts_in_order(
    facts: list[Fact], offset: int, limit: int
) -> None:
    kept = in_order(facts)
    spans = window(list(groups_of(kept)), offset, limit)
    seen = [fact for first, last in spans for fact in kept[first : last + 1]]
    assert seen == kept[offset : offset + limit]


@given(FACTS)
def test_groups_cover_every_fact_once(facts: list[Fact]) -> None:
    groups = list(groups_of(in_order(facts)))
    places = [place for g in groups for place in range(g.first, g.first + g.size)]
    assert places == list(range(len(facts)))


@given(FACTS, FACTS)
def test_what_moved_leads_from_one_to_the_other(before: list[Fact], after: list[Fact]) -> None:
    added, gone, changed = moved_facts(before, after)
    result = [*before]
    for fact in (*gone, *(old for old, _ in changed)):
        result.remove(fact)
    result += [*added, *(new for _, new in changed)]
    assert sorted(map(str, result)) == sorted(map(str, after))


@given(FACTS)
def test_nothing_moves_between_the_same_facts(facts: list[Fact]) -> None:
    assert moved_facts(facts, facts[::-1]) == ([], [], [])


def test_figures_that_moved_are_named_by_their_place() -> None:
    before = {"2c": {"quarter_ends": {"2025-06-30": {"yes": 1}}}, "1a": {"published": False}}
    after = {"2c": {"quarter_ends": {}}, "1a": {"published": True}}
    assert {(one.path, one.before, one.after) for one in moved(before, after)} == {
        (("2c", "quarter_ends", "2025-06-30", "yes"), 1, None),
        (("1a", "published"), False, True),
    }
