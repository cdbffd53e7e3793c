"""A year of invented facts, there for each test of this folder that asks."""

from pathlib import Path

import pytest

from tests.cast import Cast
from tests.unit.authority.returns import world


@pytest.fixture
def facts(cast: Cast, tmp_path: Path) -> Path:
    """The cast, and a folder of facts that has been brought in."""
    return world.a_year_of_facts(tmp_path)
