"""The loop: said, heard, done, told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.kernel.loop import MOVES, MoveRefused, State, advance, closes_by_time, moves_from, replay


def names(state):
    return {move.name for move in moves_from(state)}


def test_the_table_of_the_product_page():
    ends = {"withdrawn", "left"}
    assert names(None) == {"said"}
    assert names(State.OPEN) == {"heard", "passed_on", "done", "not_possible"} | ends
    assert names(State.HEARD) == {"passed_on", "done", "not_possible"} | ends
    assert names(State.ANSWERED) == {"told"} | ends
    assert names(State.TOLD) == {"told_yes", "told_not_yet", "no_word"} | ends
    assert names(State.CLOSED) == names(State.LEFT_OPEN) == {"withdrawn"}
    assert names(State.WITHDRAWN) == set()


def test_a_whole_loop_closes():
    assert replay(["said", "heard", "passed_on", "done", "told", "told_yes"]) is State.CLOSED


def test_not_yet_opens_it_again():
    again = ["said", "done", "told", "told_not_yet"]
    assert replay(again) is State.OPEN
    assert replay([*again, "not_possible", "told", "no_word"]) is State.CLOSED_BY_TIME


def test_passing_on_keeps_the_state():
    assert advance(State.OPEN, "passed_on") is State.OPEN
    assert advance(State.HEARD, "passed_on") is State.HEARD


@pytest.mark.parametrize("state, move", [(None, "heard"), (State.OPEN, "told"), (State.OPEN, "x")])
def test_a_move_that_cannot_follow_is_refused(state, move):
    with pytest.raises(MoveRefused, match=move):
        advance(state, move)


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=12))
def test_nothing_leads_out_of_the_table(moves):
    try:
        state = replay(moves)
    except MoveRefused:
        return
    assert state in (None, *State)


def test_thirty_days_without_a_word():
    told = date(2026, 1, 1)
    assert not closes_by_time(told, date(2026, 1, 30))
    assert closes_by_time(told, date(2026, 1, 31))
