"""2c: every example of the rules, and the edges between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heard.child.asking_due.rules import Count, Work, facts_of_child, merge
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow
from heard.kernel.time import ReportingYear

AS_OF = date(2026, 4, 30)
YEAR = ReportingYear(2025)


def day(text):
    return date.fromisoformat(f"2025-{text}" if len(text) == 5 else text)


def asked(on, *talks, by="worker", of="child", declined=False):
    return AskingRow(f"Q{on}", "A", day(on), by, of, declined, tuple(day(talk) for talk in talks))


def decided(first, last=None, agreed=None):
    return ExemptionRow("E", "A", day(first), last and day(last), agreed and day(agreed))


def facts(periods, askings=(), exemptions=(), as_of=AS_OF, began_on=None):
    work = [(day(first), last and day(last)) for first, last in periods]
    return list(facts_of_child("A", work, askings, exemptions, Count(YEAR, as_of, began_on)))


def settled(*given, **more):
    """Return (day, outcome, rule) of each interval that was settled in the year."""
    return [
        (fact.day.isoformat(), fact.counted, fact.rule.removeprefix("2c-"))
        for fact in facts(*given, **more)
        if fact.line == "intervals" and fact.counted != "excluded"
    ]


def excluded(*given, **more):
    """Return the rules by which something was left out of the intervals."""
    left_out = [fact for fact in facts(*given, **more) if fact.counted == "excluded"]
    return [fact.rule.removeprefix("2c-") for fact in left_out if fact.line == "intervals"]


def at_quarter(end, *given, **more):
    return [fact.counted for fact in facts(*given, **more) if fact.line == end]


SPRING = [("05-01", "08-01")]
ONGOING = [("05-01", None)]


def test_work_1_may_to_1_august_never_asked_is_missed_on_1_august():
    assert settled(SPRING) == [("2025-08-01", "no", "not-asked")]
    assert settled([("05-01", "07-31")]) == []


def test_31_january_is_missed_on_30_april_and_next_due_on_30_july():
    days = [when for when, _, _ in settled([("2025-01-31", "07-30")])]
    assert days == ["2025-04-30", "2025-07-30"]


def test_work_that_ends_on_30_september_is_open_at_that_quarters_end():
    assert at_quarter("2025-09-30", [("05-01", "09-30")]) == ["no"]
    assert at_quarter("2025-09-30", [("05-01", "09-29")]) == []


def test_asked_31_march_without_a_talk_no_longer_waits_on_30_april():
    work, asking = [("2026-01-20", None)], [asked("2026-03-31")]
    assert excluded(work, asking, as_of=day("2026-04-29"))[0] == "waits-for-talk"
    year_26 = Count(ReportingYear(2026), day("2026-04-30"))
    found = list(facts_of_child("A", [(day("2026-01-20"), None)], asking, (), year_26))
    assert (found[0].day, found[0].rule) == (day("2026-04-20"), "2c-not-talked-over")


@pytest.mark.parametrize(
    "asking, expected",
    [
        (asked("05-01", "05-01"), ("2025-05-01", "yes", "met")),
        (asked("08-01", "08-20"), ("2025-08-01", "yes", "met")),
        (asked("08-02", "08-20"), ("2025-08-01", "no", "not-asked")),
        (asked("04-30", "05-02"), ("2025-08-01", "no", "not-asked")),
        (asked("06-01"), ("2025-08-01", "no", "not-talked-over")),
        (asked("06-01", "09-01"), ("2025-06-01", "yes", "met")),
        (asked("06-01", "09-02"), ("2025-08-01", "no", "not-talked-over")),
        (asked("06-01", declined=True), ("2025-06-01", "yes", "met")),
        (asked("06-01", "06-02", by="other"), ("2025-08-01", "no", "not-asked")),
        (asked("06-01", "06-02", of="parent"), ("2025-08-01", "no", "not-asked")),
        (asked("06-01", "06-02", of="network"), ("2025-08-01", "no", "not-asked")),
        (asked("06-01", "06-02", by="provider", of="young_person"), ("2025-06-01", "yes", "met")),
    ],
)
def test_the_first_interval(asking, expected):
    assert settled(ONGOING, [asking])[0] == expected


def test_an_asking_on_the_day_the_last_was_settled_belongs_to_the_last():
    twice = [asked("06-01", "06-01"), asked("09-01", "09-01")]
    found = settled([("05-01", "09-30")], twice)
    assert [when for when, _, _ in found] == ["2025-06-01", "2025-09-01"]


def test_one_finished_asking_finishes_the_day():
    assert settled(SPRING, [asked("06-01"), asked("06-01", "06-05")])[0][1] == "yes"


def test_the_first_finished_asking_settles_even_after_an_unfinished_one():
    assert settled(SPRING, [asked("06-01"), asked("07-01", "07-02")]) == [
        ("2025-07-01", "yes", "met")
    ]


def test_a_talk_after_as_of_does_not_finish():
    asking = [asked("06-01", "07-15")]
    assert settled(ONGOING, asking, as_of=day("07-14")) == []
    assert settled(ONGOING, asking, as_of=day("07-15")) == [("2025-06-01", "yes", "met")]


@pytest.mark.parametrize(
    "decision, outcome",
    [
        (decided("08-01", "08-01"), "not_appropriate"),
        (decided("08-02"), "no"),
        (decided("05-01", "07-31"), "no"),
        (decided("05-01"), "not_appropriate"),
        (decided("05-01", agreed="08-01"), "not_appropriate"),
        (decided("05-01", agreed="08-02"), "no"),
    ],
)
def test_a_decision_counts_when_it_covers_the_due_day_and_was_agreed_by_then(decision, outcome):
    assert settled(SPRING, exemptions=[decision])[0][1] == outcome


def test_waiting_comes_before_missing_and_not_appropriate():
    asking, decision = [asked("07-20")], [decided("05-01")]
    assert settled(ONGOING, asking, decision, as_of=day("08-18")) == []
    assert settled(ONGOING, asking, decision, as_of=day("08-19"))[0][1] == "not_appropriate"


@pytest.mark.parametrize(
    "periods, stretches",
    [
        ([("05-01", "05-31"), ("05-31", "06-30")], 1),
        ([("05-01", "05-31"), ("06-01", "06-30")], 1),
        ([("05-01", "05-31"), ("06-02", "06-30")], 2),
        ([("05-01", None), ("08-01", "08-02")], 1),
        ([("05-01", "09-30"), ("06-01", "06-30"), ("10-01", None)], 1),
        ([("05-01", "05-01"), ("05-01", "05-01")], 1),
    ],
)
def test_overlapping_and_touching_periods_are_one_work(periods, stretches):
    assert len(merge((day(a), b and day(b)) for a, b in periods)) == stretches


def test_merged_work_ends_when_all_have_ended():
    merged = merge([(day("05-01"), day("09-30")), (day("06-01"), day("06-30"))])
    assert merged == [Work(day("05-01"), day("09-30"))]


def test_asking_counts_on_the_last_day_of_the_work_and_not_after_it():
    assert settled([("05-01", "06-30")], [asked("06-30", "07-02")])[0][1] == "yes"
    assert excluded([("05-01", "06-30")], [asked("07-01", "07-02")]) == [
        "not-yet-due",
        "asking-outside-work",
    ]


def test_a_second_work_starts_its_own_intervals():
    work = [("05-01", "06-30"), ("09-01", "12-01")]
    assert settled(work) == [("2025-12-01", "no", "not-asked")]


def test_an_authority_that_begins_to_ask_counts_from_that_day():
    found = settled([("2020-01-01", None)], began_on=day("06-15"), as_of=day("09-15"))
    assert found == [("2025-09-15", "no", "not-asked")]
    assert excluded(SPRING, [asked("06-01", "06-02")], began_on=day("06-15")) == [
        "not-yet-due",
        "asking-before-began",
    ]
    assert facts(SPRING, began_on=day("08-02")) == []
    assert settled([("06-20", "09-20")], began_on=day("06-15"))[0][0] == "2025-09-20"


def test_work_that_begins_after_as_of_is_not_used():
    assert facts([("05-01", None)], as_of=day("04-30")) == []


@pytest.mark.parametrize(
    "askings, exemptions, child",
    [
        ([asked("06-01", "06-01")], [], "no"),
        ([asked("06-01", "06-01"), asked("08-30", "08-30")], [], "yes"),
        ([asked("06-01", "06-01")], [decided("08-01")], "yes"),
        ([], [decided("05-01")], "not_appropriate"),
    ],
)
def test_a_child_counts_once(askings, exemptions, child):
    found = facts([("05-01", "09-30")], askings, exemptions)
    assert [fact.counted for fact in found if fact.line == "children"] == [child]


def test_a_child_with_nothing_settled_in_the_year_does_not_count():
    assert [fact for fact in facts([("2026-02-01", None)]) if fact.line == "children"] == []


@pytest.mark.parametrize("start, counted", [("06-30", "no"), ("07-01", "excluded")])
def test_work_that_began_too_late_is_left_out_of_the_quarter(start, counted):
    assert at_quarter("2025-09-30", [(start, None)]) == [counted]


@pytest.mark.parametrize(
    "asking, counted",
    [
        (asked("06-30", "07-01"), "yes"),
        (asked("06-29", "07-01"), "no"),
        (asked("09-30", "10-20"), "yes"),
        (asked("10-01", "10-01"), "no"),
        (asked("08-01"), "no"),
    ],
)
def test_a_quarter_counts_finished_askings_of_the_3_months_before(asking, counted):
    assert at_quarter("2025-09-30", ONGOING, [asking]) == [counted]


def test_a_quarter_has_no_waiting_rule_and_takes_decisions_agreed_by_its_end():
    end = "2025-09-30"
    assert at_quarter(end, ONGOING, [asked("09-29")], as_of=day(end)) == ["no"]
    assert at_quarter(end, ONGOING, [], [decided("09-30")]) == ["not_appropriate"]
    assert at_quarter(end, ONGOING, [], [decided("09-01", agreed="10-01")]) == ["no"]
    assert at_quarter(end, ONGOING, as_of=day("09-29")) == []


def test_an_asking_the_day_before_the_work_never_counts_at_a_quarters_end():
    # 30 and 31 March both reach 30 June: only the work tells them apart.
    work, asking = [("03-31", None)], [asked("03-30", "03-30")]
    assert at_quarter("2025-06-30", work, asking) == ["no"]


@pytest.mark.parametrize(
    "asking, rule",
    [
        (asked("06-01", "06-02", by="other"), "asking-who"),
        (asked("06-01", "09-02"), "asking-late-talk"),
        (asked("06-01"), "asking-no-talk"),
    ],
)
def test_an_asking_that_does_not_count_says_why(asking, rule):
    assert rule in excluded(SPRING, [asking])


def test_work_that_ended_years_ago_leaves_no_trace():
    assert facts([("2019-01-01", "2019-02-01")]) == []


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_neither_order_nor_repetition_changes_a_figure(data):
    days = st.dates(day("2024-06-01"), AS_OF)
    stretch = st.tuples(days, st.none() | st.integers(0, 400).map(timedelta))
    work = [
        (a, None if b is None else a + b)
        for a, b in data.draw(st.lists(stretch, min_size=1, max_size=4))
    ]
    askings = [
        AskingRow("Q", "A", on, "worker", "child", declined, (on + timedelta(days=gap),))
        for on, declined, gap in data.draw(
            st.lists(st.tuples(days, st.booleans(), st.integers(0, 120)), max_size=8)
        )
    ]
    count = Count(YEAR, AS_OF)
    once = list(facts_of_child("A", work, askings, (), count))
    again = data.draw(st.permutations(work + work)), data.draw(st.permutations(askings))
    assert sorted(facts_of_child("A", *again, (), count), key=str) == sorted(once, key=str)
    settled_days = [f.day for f in once if f.line == "intervals" and f.counted != "excluded"]
    assert len(settled_days) == len(set(settled_days))


def test_thirty_years_of_work_are_counted_one_interval_after_another():
    found = facts([((AS_OF - timedelta(days=11000)).isoformat(), None)])
    assert len([fact for fact in found if fact.counted == "no"]) >= 4
