"""Feedback forms for the table of who may do what: one not begun, one handed in, a reflection.

And a wording of the authority."""

from typing import Any

from tests.cast import Cast
from tests.unit.child.feedback.made import given, handed_in, offered
from tests.unit.child.feedback.wordings.made import added


def form_samples(cast: Cast) -> dict[str, dict[str, Any]]:
    """Forms that Priya asked Maya, her own reflection about it, and a wording that Kit added."""
    begun = offered(cast, how="paper")
    done = handed_in(cast, offered(cast), given("1", 3, "sort of"))
    own = handed_in(cast, offered(cast, kind="worker", key="worker"), given("1", 3))
    welsh = added(cast)
    wording = {"key": welsh.key, "version": welsh.version, "language": welsh.language}
    return {
        "wordings:list": {},
        "wordings:bring": {},
        "wordings": wording,
        "feedback:one": {"form": done.pk},
        "feedback:hasty": {"form": done.pk},
        "feedback:paper": {"form": begun.pk},
        "feedback:fill": {"form": begun.pk, "step": "start"},
        "feedback:share": {"form": own.pk},
        "feedback:given_back": {"form": done.pk},
        "handing:give_back": {},
    }
