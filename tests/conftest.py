"""What every test shares."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cast import Cast

from tests.emptying import the_trail_may_be_emptied_between_tests

__all__ = ["test_data", "the_trail_may_be_emptied_between_tests"]


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
    from tests.cast import make_cast

    return make_cast()
