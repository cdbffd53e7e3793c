"""Something of each kind, so that a page that opens has something to show."""

from collections.abc import Callable
from datetime import timedelta

from heard.child.people import operations
from heard.child.people.models import Allocation, Child
from heard.foundations.deployment import clock
from tests.cast import SYSTEM, TODAY, Cast


def maya(cast: Cast) -> Child:
    """Maya, whose worker is Priya, in the team that Ruth manages."""
    return cast.children["Maya"]


def theo(cast: Cast) -> Child:
    """Theo, whose reviews Ivor chairs."""
    return cast.children["Theo"]


def ada(cast: Cast) -> Child:
    """Ada, whose worker is Sam."""
    return cast.children["Ada"]


def left(cast: Cast) -> Child:
    """Ada, after Sam's work with her ended."""
    operations.end_allocation(child=ada(cast).pk, on=TODAY - timedelta(days=1), **SYSTEM)
    return ada(cast)


def glass(minutes: int) -> Callable[[Cast], Child]:
    """Maya, whose record Tom opened some minutes ago."""

    def opened(cast: Cast) -> Child:
        operations.open_glass(
            child=maya(cast).pk,
            staff=cast["Tom"],
            reason="Covering the duty desk tonight",
            by=cast["Tom"].actor,
            at=clock.now() - timedelta(minutes=minutes),
        )
        return maya(cast)

    return opened


def restricted(cast: Cast) -> Child:
    """Theo, with a restricted record."""
    who = {"by": cast["Ruth"].actor, "at": clock.now()}
    operations.restrict(child=theo(cast).pk, restricted=True, reason="A relative works here", **who)
    return theo(cast)


def named(cast: Cast) -> Child:
    """Theo, restricted, with Sam named as a reader."""
    child = restricted(cast)
    who = {"by": cast["Ruth"].actor, "at": clock.now()}
    operations.name_reader(child=child.pk, staff=cast["Sam"].pk, reason="Covers for Priya", **who)
    return child


def moved(cast: Cast) -> Child:
    """Maya, whose work moved to Sam yesterday."""
    sam = cast.workers["Sam"].pk
    on = TODAY - timedelta(days=1)
    operations.allocate(child=maya(cast).pk, worker=sam, on=on, **SYSTEM)
    assert Allocation.objects.filter(child=maya(cast)).count() == 2
    return maya(cast)


RELATIONS: dict[str, Callable[[Cast], Child]] = {
    "Maya: Priya is her worker and Ruth manages the team": maya,
    "Theo: Ivor chairs his reviews": theo,
    "Ada: Sam is her worker in another team": ada,
    "Ada: nobody is allocated any more": left,
    "Maya: Tom typed a reason 10 minutes ago": glass(10),
    "Maya: Tom typed a reason 61 minutes ago": glass(61),
    "Theo: restricted": restricted,
    "Theo: restricted and Sam is named": named,
    "Maya: moved from Priya to Sam yesterday": moved,
}
