"""An import, a row set aside and a review to settle, for the pages that show them."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from heard.child.reviews.models import Review
from heard.edges.imports.doing import bring_in
from heard.edges.imports.models import ChildToDecide, ImportRun, QuarantinedRow
from heard.edges.imports.words_to_codes.normalise import normalised
from heard.edges.imports.words_to_codes.texts import Text
from heard.foundations.audit.guard import writing_allowed
from tests.cast import NOON, SYSTEM
from tests.unit.edges.imports.returns import MAYA, MAYA_SAID, write

BAD = "M1,04/03/2017,,PN1"
OWN_WORDS = "M1,04/03/2017,08/07/2025,Came along and spoke"


def import_samples() -> dict[str, dict[str, Any]]:
    """Bring in a small return with one of each; return what the addresses need."""
    rows = [MAYA_SAID, MAYA_SAID.replace("PN1", "PN2"), BAD, OWN_WORDS]
    with tempfile.TemporaryDirectory() as folder:
        bring_in("ssda903", write(Path(folder), header=[MAYA], reviews=rows), **SYSTEM)
    text = Text("ssda903", normalised("Came along and spoke"), "", 1, None, "", None)
    review = Review.objects.filter(source="ssda903").first()
    assert review is not None
    child = _to_decide(review.child_id)
    lists = ("list", "decide", "new", "words", "quarantine", "settle", "out", "out_facts")
    year = {"year": "2025-26"}
    return {
        **{f"imports:{name}": {} for name in lists},
        "imports:quarantined": {"row": QuarantinedRow.objects.get().pk},
        "imports:words_one": {"ref": text.ref},
        "imports:decide_one": {"row": child},
        "imports:settle_one": {
            "child_id": review.child_id,
            "plan": "CLA",
            "day": review.held_on.isoformat(),
        },
        "imports:out_reviews": year,
        "imports:out_download": {**year, "kind": "csv"},
        "imports": {"run": ImportRun.objects.get().pk},
    }


def _to_decide(child: UUID) -> UUID:
    """Maya, whom an extract knows with another date of birth."""
    with writing_allowed("test"):
        row = ChildToDecide.objects.create(
            source="ssd",
            child=child,
            authority_id="M1",
            born_here=date(2017, 3, 4),
            born_there=date(2016, 3, 4),
            found_at=NOON,
            state="waiting",
        )
    return row.pk
