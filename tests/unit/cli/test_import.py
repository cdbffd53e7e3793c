"""heard import: where the extract is, said plainly when it is not said."""

import argparse
from pathlib import Path

import pytest

from heard.cli.commands.import_ import _source, add
from heard.cli.main import BadInput
from heard.edges.integrations.systems.ssd import Database


def given(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add(parser)
    return parser.parse_args(arguments)


def test_a_folder_is_a_folder() -> None:
    assert _source(given("ssd", "here")) == Path("here")


def test_an_address_is_a_database() -> None:
    url = "postgresql://reader@server/ssd"
    assert _source(given("ssd", "--database", url)) == Database(url)


def test_the_address_may_stand_in_the_settings(settings: pytest.FixtureRequest) -> None:
    settings.SSD_URL = "postgresql://reader@server/ssd"  # type: ignore[attr-defined]
    assert _source(given("ssd", "--database")) == Database("postgresql://reader@server/ssd")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ssd"], "Say where the files are"),
        (["facts", "--database", "postgresql://x"], "--database is for the SSD"),
        (["ssd", "here", "--database", "postgresql://x"], "takes the place of a folder"),
        (["ssd", "--database"], "HEARD_SSD_URL"),
    ],
)
def test_what_is_missing_is_said(arguments: list[str], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        _source(given(*arguments))
