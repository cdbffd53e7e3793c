"""The port writes what GOV.UK's own examples say, in the environment that our pages use."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test.html import parse_html

from heard.foundations.ui import port

ROOT = Path(__file__).resolve().parents[4]
EXAMPLES = ROOT / "frontend/node_modules/govuk-frontend/dist/govuk/components"
SHEET = ROOT / "frontend/sass/_components.scss"


def used() -> list[str]:
    """The components in our style sheet, so that a new one is tested as soon as it is used."""
    lines = SHEET.read_text().splitlines()
    return [line.split("/")[-1].rstrip('";') for line in lines if "/components/" in line]


def examples(component: str) -> list[dict[str, Any]]:
    file = EXAMPLES / component / "fixtures.json"
    if not file.exists():
        pytest.skip("frontend/node_modules is absent: run python -m heard.foundations.ui.build")
    found: list[dict[str, Any]] = json.loads(file.read_text())["fixtures"]
    return found


def test_the_list_of_used_components_is_read() -> None:
    assert {"button", "radios", "error-summary", "date-input"} <= set(used())


@pytest.mark.parametrize("component", used())
def test_a_component_equals_its_examples(component: str) -> None:
    found = examples(component)
    assert found
    wrong = [
        example["name"]
        for example in found
        if parse_html(port.render(component, example["options"])) != parse_html(example["html"])
    ]
    assert wrong == []
