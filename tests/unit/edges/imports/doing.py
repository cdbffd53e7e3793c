"""Shared steps of the import tests: bring in, take out, and look at every row there is."""

from pathlib import Path
from typing import Any

from django.apps import apps

from heard.edges.imports.doing import bring_in
from heard.edges.imports.taking_out import take_facts_out
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock

CHILD_APPS = ("people", "reviews", "evidence", "asking_due")


def load(folder: Path, kind: str = "facts") -> dict[str, Any]:
    """Bring it in; the test fails, with the bad rows, when it is refused."""
    summary = bring_in(kind, folder, by=HEARD_ITSELF, at=clock.now())
    assert not summary["refused"], summary
    return summary


def take_out(folder: Path) -> Path:
    """Write the nine files."""
    take_facts_out(folder, by=HEARD_ITSELF, at=clock.now())
    return folder


def every_row() -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables of children, and of the quarantine."""
    models = [m for app in CHILD_APPS for m in apps.get_app_config(app).get_models()]
    models.append(apps.get_model("imports", "QuarantinedRow"))
    return {m._meta.label: list(m.objects.order_by("pk").values()) for m in models}
