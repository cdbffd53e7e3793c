"""Feedback forms for the table of who may do what: one not begun, one handed in, a reflection."""

from typing import Any

from tests.cast import Cast
from tests.unit.child.feedback.made import given, handed_in, offered


def form_samples(cast: Cast) -> dict[str, dict[str, Any]]:
    """Forms that Priya asked Maya, and her own reflection about it."""
    begun = offered(cast, how="paper")
    done = handed_in(cast, offered(cast), given("1", 3, "sort of"))
    own = handed_in(cast, offered(cast, kind="worker", key="worker"), given("1", 3))
    return {
        "feedback:one": {"form": done.pk},
        "feedback:hasty": {"form": done.pk},
        "feedback:paper": {"form": begun.pk},
        "feedback:fill": {"form": begun.pk, "step": "start"},
        "feedback:share": {"form": own.pk},
        "feedback:given_back": {"form": done.pk},
        "handing:give_back": {},
    }
