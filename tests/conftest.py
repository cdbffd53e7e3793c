"""What every test shares."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of real schemas and samples; without it the test is skipped and says so."""
    folder = os.environ.get("HEARD_TEST_DATA")
    if not folder:
        pytest.skip("HEARD_TEST_DATA is not set: the real schemas and samples are not at hand")
    return Path(folder)
