"""What every test shares."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.cast import Cast

from tests.emptying import the_trail_may_be_emptied_between_tests
from tests.made import PLACE

__all__ = ["test_data", "the_trail_may_be_emptied_between_tests"]

# A busy machine is slow now and then: how long an example takes says nothing (bench/ measures).
settings.register_profile("heard", deadline=None)
settings.load_profile("heard")


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of real schemas and samples; without it the test is skipped and says so."""
    folder = os.environ.get("HEARD_TEST_DATA")
    if not folder:
        pytest.skip("HEARD_TEST_DATA is not set: the real schemas and samples are not at hand")
    return Path(folder)


@pytest.fixture
def cast(db: None) -> "Cast":
    """The staff and children of the cast, in an otherwise empty Heard."""
    from tests.cast_again import cast_again

    return cast_again()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Throw the deployments away that were made to be copied, when the last process is done."""
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(PLACE, ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the PostgreSQL tier leave out what never asks a database: it ran on the SQLite tier."""
    parser.addoption("--only-database", action="store_true", help="only tests that use a database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that use a database, a command of `heard` or a running site."""
    if not config.getoption("--only-database"):
        return
    asks = {"db", "transactional_db", "django_db_setup", "site", "demo_site", "northmoor"}
    pure = ("tests/unit/kernel", "tests/architecture", "tests/unit/edges/integrations")
    kept, left = [], []
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        uses = bool(fixtures & asks) or item.get_closest_marker("django_db") is not None
        unsure = not uses and not str(item.nodeid).startswith((*pure, "tests/unit/foundations/ui"))
        (kept if uses or unsure else left).append(item)
    config.hook.pytest_deselected(items=left)
    items[:] = kept
