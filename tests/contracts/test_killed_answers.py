"""Law 1: what the server said is kept survives kill -9 at any moment, once and to the letter."""

from pathlib import Path

import pytest

from tests.contracts.killed_answers import EARLY, killed_again_and_again, lost


def test_nothing_that_was_said_to_be_kept_is_lost(tmp_path: Path) -> None:
    whole_through(tmp_path, 20)


@pytest.mark.soak
def test_nothing_is_lost_in_two_hundred_kills(tmp_path: Path) -> None:
    whole_through(tmp_path, 200)


def test_a_server_that_answers_before_it_keeps_is_caught(tmp_path: Path) -> None:
    """The negative control: without it the test above would prove nothing."""
    people, found = killed_again_and_again(tmp_path, 5, EARLY)
    assert lost(people, found)


def whole_through(folder: Path, kills: int) -> None:
    people, found = killed_again_and_again(folder, kills)
    assert sum(len(person.kept) for person in people) > 5 * kills
    assert not lost(people, found)
    sent = {key: words for person in people for key, words in person.sent.items()}
    assert set(found) <= set(sent)
