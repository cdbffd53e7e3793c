"""Where to get help now, by look, age and place."""

import json
from pathlib import Path
from typing import Any

import pytest

from heard.foundations.ui.help_lines import help_lines


def called(look: str, age: int | None = None) -> list[str]:
    return [line.call for line in help_lines(look, age)]


@pytest.mark.parametrize("look", ["child", "young", "family"])
def test_999_stands_everywhere(look: str) -> None:
    assert "999" in called(look)


def test_childline_to_18_and_then_lines_for_adults() -> None:
    assert "0800 1111" in called("child", 9)
    assert "0800 1111" in called("young", 17)
    assert "0800 1111" not in called("young", 18)
    assert "116 123" in called("young", 18)
    assert "0808 801 0366" in called("family")


def test_an_authority_adds_its_own_above(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    line = {"who": "Leaving care team", "why": "Your own team", "call": "01632 960 000"}
    own = [{**line, "looks": ["young"], "from": 18}]
    (tmp_path / "help_lines.json").write_text(json.dumps(own))
    assert called("young", 19)[0] == "01632 960 000"
    assert help_lines("young", 19)[0].href == "tel:01632960000"
    assert "01632 960 000" not in called("young", 17)
