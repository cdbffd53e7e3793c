"""Something of each kind, so that a page that opens has something to show."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from heard.authority.returns import operations as returns
from heard.authority.returns.queries.versions import seal
from heard.child.asking_due.operations import agree_not_to_ask, record_asking
from heard.child.evidence.operations import put_up, reach_point
from heard.child.people import operations
from heard.child.people.models import Allocation, Child
from heard.child.reviews.operations import plan_review
from heard.child.today.operations import bring
from heard.child.voice.operations import Words, say
from heard.foundations.accounts.operations import add_account
from heard.foundations.deployment import clock
from heard.foundations.deployment.operations import describe
from heard.foundations.reminders.operations import raise_alert
from heard.kernel.ids import uuid7
from heard.kernel.time import ReportingYear
from tests.cast import NOON, PASSWORD, SYSTEM, TODAY, Cast
from tests.promises.form_samples import form_samples
from tests.promises.import_samples import import_samples
from tests.promises.link_samples import link_samples

ONE_DAY = timedelta(days=1)


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


class Samples:
    """One of each thing that an address can name."""

    def __init__(self, cast: Cast, things: dict[str, dict[str, Any]]) -> None:
        self.cast, self.things = cast, things

    def arguments(self, page: str, person: str) -> dict[str, Any]:
        """Return what the address of a page needs; something of the person's own where it must."""
        if page.startswith("mfa_") and page.endswith(("_edit_webauthn", "_remove_webauthn")):
            return {"pk": self.passkey_of(person)}
        if page == "reminders:see":
            return {"id": self.alert_of(person)}
        return self.things.get(page, self.things.get(page.split(":")[0], {}))

    def passkey_of(self, person: str) -> int:
        """Return the number of a passkey of this person."""
        staff = self.cast.staff.get(person, self.cast["Kit"])
        kept = {"user": staff, "type": "webauthn", "data": {"name": "Phone", "credential": {}}}
        return Authenticator.objects.create(**kept).pk

    def alert_of(self, person: str) -> UUID:
        """Return an alert of this person."""
        staff = self.cast.staff.get(person, self.cast["Kit"])
        words = {"kind": "test", "text": "Something to know", "link": "/"}
        return raise_alert(to=[staff.pk], **words, **SYSTEM)[0].pk


def make_samples(cast: Cast) -> Samples:
    """Make returns of two years, facts of each kind, a delegate and an account to keep."""
    child = cast.children["Theo"]
    point = reach_point(
        kind="closure", authority_point_id="C1", child=child.pk, day=TODAY, **SYSTEM
    )
    asked = {"asked_by": "worker", "asked_of": "child", "filled_in_how": "alone"}
    asking = record_asking(
        child=child.pk, asked_on=TODAY - timedelta(days=9), declined=True, **asked, **SYSTEM
    )
    decision = agree_not_to_ask(
        child=child.pk, from_date=TODAY, to_date=None, reason="In hospital", agreed_on=TODAY,
        **SYSTEM,
    )  # fmt: skip
    assessment = put_up(
        id=uuid7(), children=[child.pk], reference="", staff=cast["Priya"].pk, **SYSTEM
    )
    words = Words(way="talk", words="I want to see my cousins", happened_on=TODAY)
    said = say(id=uuid7(), child=child.pk, said=words, written_by=cast["Priya"].pk, **SYSTEM)
    review = child.reviews.get()
    coming = plan_review(
        together=uuid7(), children=[child.pk], plan_type="CLA", due=TODAY + timedelta(days=20),
        chair=cast.workers["Ivor"].pk, **SYSTEM,
    )[0]  # fmt: skip
    return Samples(
        cast,
        {
            "accounts:list": {},
            "accounts:add": {},
            "accounts": {"id": _an_account()},
            **_teams(cast),
            "reviews:fact": {"ref": review.pk.hex},
            "reviews:mine": {},
            "reviews:record_planned": {"planned": coming.pk},
            "reviews:call_off": {"planned": coming.pk},
            "reviews:after_question": {"review": review.pk, "question": "how"},
            "reviews": {"review": review.pk},
            "evidence:fact": {"ref": point.pk.hex},
            "evidence:waiting": {},
            "evidence:authorise": {"assessment": assessment.pk},
            "evidence:piece": {"point": point.pk, "said": said.pk},
            "evidence": {"point": point.pk},
            "asking_due:fact": {"ref": asking.pk.hex},
            "asking_due:end": {"decision": decision.pk},
            "people:open": {"child": cast.children["Ada"].pk},
            **link_samples(cast),
            "people:end_tie": {
                "child": cast.children["Maya"].pk,
                "tie": cast.children["Maya"].ties.get().pk,
            },
            **_today(cast, said.pk),
            "story:shared_children": {},
            "story:shared": {"child": cast.children["Maya"].pk},
            **_returns(cast),
            **form_samples(cast),
            **import_samples(),
        },
    )


def _today(cast: Cast, said: UUID) -> dict[str, dict[str, Any]]:
    """Something that Priya brings to supervision with Ruth."""
    worker = cast.workers["Priya"].pk
    child = cast.children["Theo"].pk
    brought = bring(id=uuid7(), said=said, child=child, worker=worker, about="", **SYSTEM)
    return {
        "today:home": {}, "today:team": {}, "today:duty": {},
        "today:supervision": {"worker": worker},
        "today:supervised": {"worker": worker, "said": said},
        "today:talked": {"worker": worker, "brought": brought.pk},
        "today:bring": {"said": said}, "today:on_it": {"said": said},
    }  # fmt: skip


def _an_account() -> UUID:
    return add_account(
        email="ulla@northmoor.example", name="Ulla", roles=frozenset(), password=PASSWORD, **SYSTEM
    ).pk


def _teams(cast: Cast) -> dict[str, dict[str, Any]]:
    """Sam's team, and a worker without an account."""
    team = {"team": cast.workers["Sam"].team_id}
    worker = operations.add_worker(name="Ulla", staff=None, team=None, **SYSTEM)
    return {
        "teams:list": {}, "teams:add": {}, "teams:workers": {}, "teams:add_worker": {},
        "teams:one": team, "teams:manager": team, "teams:no_manager": team,
        "teams": {"worker": worker.pk},
    }  # fmt: skip


def _returns(cast: Cast) -> dict[str, dict[str, Any]]:
    """2024-25 is signed and being corrected; the draft of 2026-27 has an error."""
    when = {"by": cast["Olu"].actor, "at": NOON}
    today = {"as_of": None, "today": TODAY}
    describe(code="302", name="Northmoor", asking_began_on=None, **when)
    signed = returns.build(year=ReportingYear.parse("2024-25"), **today, **when)
    returns.sign(
        version_id=signed.pk, staff=cast["Dana"], content_hash=signed.content_hash,
        seen=seal(signed), today=TODAY, by=cast["Dana"].actor, at=NOON,
    )  # fmt: skip
    returns.build(year=ReportingYear.parse("2024-25"), **today, **when)
    describe(code="", name="", asking_began_on=None, **when)
    draft = returns.build(year=ReportingYear.parse("2026-27"), **today, **when)
    error = draft.checks.filter(severity="error").first()
    naming = returns.name_delegate(
        staff=cast["Olu"], from_day=TODAY + ONE_DAY, until_day=TODAY + ONE_DAY, **when
    )
    one = {"year": "2026-27", "number": 1}
    return {
        "returns:list": {}, "returns:build": {}, "returns:delegates": {}, "returns:voice_plan": {},
        "returns:voice_plan_of": {"year": "2026-27"},
        "returns:end_delegation": {"naming": naming.pk},
        "returns:facts": {**one, "item": "2b"},
        "returns:records": {**one, "code": error.code},
        "returns:accept": {**one, "code": error.code},
        "returns:download": {**one, "file": "json"},
        "returns:correct": {"year": "2024-25", "number": 1},
        "returns:with_earlier": {"year": "2024-25", "number": 2},
        "returns": one,
    }  # fmt: skip


def signed_in(cast: Cast, person: str) -> Client:
    """Return a client of somebody who has just given their second factor, or of a visitor."""
    client = Client()
    if person == "visitor":
        return client
    staff = cast[person]
    if not Authenticator.objects.filter(user=staff, type="totp").exists():
        TOTP.activate(staff, generate_totp_secret())
        RecoveryCodes.activate(staff)
    client.force_login(staff)
    session = client.session
    given = {"method": "mfa", "type": "totp", "at": time.time(), "reauthenticated": True}
    session["account_authentication_methods"] = [given]
    session["account_authentication_methods_user"] = str(staff.pk)
    session.save()
    return client
