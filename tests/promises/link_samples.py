"""A form of Theo's and a link to it, both Priya's."""

from typing import Any

from heard.child.voice.operations import SafeCheck, make_link
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
from tests.cast import Cast
from tests.unit.child.feedback.made import offered


def link_samples(cast: Cast) -> dict[str, dict[str, Any]]:
    """Return what the addresses of the pages about links name."""
    form, link, theo = offered(cast, child="Theo"), uuid7(), cast.children["Theo"].pk
    check = SafeCheck("own_phone", "He says that it is his own phone")
    who = {"made_by": cast["Priya"].pk, "by": cast["Priya"].actor, "at": clock.now()}
    make_link(id=link, purpose="form", subject=form.pk, child=theo, adult=None, check=check, **who)
    return {
        "links:make": {"purpose": "form", "subject": form.pk},
        "links:slip": {"link": link},
    }
