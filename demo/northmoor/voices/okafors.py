"""The Okafors: Leah and Sami, an early help plan, an assessment to confirm for each apart."""

from datetime import date, timedelta

from demo.northmoor.setting import Setting
from demo.northmoor.voices.telling import Ago, staff_of
from heard.child.evidence.operations import authorise, put_up
from heard.child.people import operations as people
from heard.child.people.models import Child
from heard.child.reviews.operations import plan_review
from heard.kernel.ids import uuid7

BEGAN = 70  # days before the demo's day


def the_okafors(setting: Setting) -> None:
    """Make the family, what Leah and Sami said, and what waits for Ruth and for Priya."""
    leah = _child(setting, "NM9001", "Leah", setting.today - timedelta(days=8 * 365 + 40))
    sami = _child(setting, "NM9002", "Sami", setting.today - timedelta(days=5 * 365 + 200))
    then = Ago(setting, BEGAN)
    people.make_family(name="The Okafors", children=[leah.pk, sami.pk], **then.by)
    mum = people.add_adult(name="Ngozi Okafor", language="Igbo", interpreter=True, **then.by)
    for child in (leah, sami):
        people.tie(
            child=child.pk, adult=mum.pk, kind="parent", relation="mother", since=then.day,
            parental_responsibility=True, **then.by,
        )  # fmt: skip
    _said(setting, leah)
    _assessed(setting, leah, sami)
    plan_review(
        together=uuid7(), children=[leah.pk, sami.pk], plan_type="EH",
        due=setting.today + timedelta(days=3), chair=setting.workers["priya"], **then.by,
    )  # fmt: skip


def _child(setting: Setting, number: str, name: str, born: date) -> Child:
    then = Ago(setting, BEGAN)
    child = people.add_child(
        authority_id=number, given_name=name, family_name="Okafor", birth_date=born, **then.by
    )
    people.start_work(child=child.pk, level="EH", on=then.day, **then.by)
    people.allocate(child=child.pk, worker=setting.workers["priya"], on=then.day, **then.by)
    return child


def _said(setting: Setting, leah: Child) -> None:
    answers = {
        "1": (4, ""),
        "2": (5, "You wrote what I said."),
        "3": (4, ""),
        "4": (3, "It is still loud at night."),
    }
    form = Ago(setting, 45).form(leah, "child", "EH", answers, how="alone", in_room="Her mum")
    Ago(setting, 38).talked(
        form, "The noise from the flat above, and what Leah does when it starts"
    )
    Ago(setting, 30).answered(form, "The housing officer moved the band practice to the hall")
    Ago(setting, 24).told(form, "Leah showed us the quiet on her fingers")


def _assessed(setting: Setting, leah: Child, sami: Child) -> None:
    assessment = uuid7()
    put_up(
        id=assessment, children=[leah.pk, sami.pk], reference="Family assessment, September",
        staff=staff_of(setting, "priya"), **Ago(setting, 8).by,
    )  # fmt: skip
    authorise(assessment=assessment, **Ago(setting, 5, "ruth").staff)
