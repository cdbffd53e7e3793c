"""Theo, whose review is near; Jaya, who needs somebody soon; a change of worker."""

from datetime import timedelta

from demo.northmoor.setting import Setting
from demo.northmoor.voices.telling import Ago, child_called
from heard.child.people import operations as people
from heard.child.reviews.operations import plan_review
from heard.child.voice import operations as voice
from heard.kernel.ids import uuid7


def others_speak(setting: Setting) -> None:
    """Make what Theo and Jaya said, Theo's next review, and Wren's new worker."""
    _theo(setting)
    _jaya(setting)
    _wren(setting)


def _theo(setting: Setting) -> None:
    theo = child_called("NM1001")
    Ago(setting, 4).said(
        theo, "Can the review be after school? I miss maths every time.", way="text"
    )
    Ago(setting, 3).said(
        theo, "I don't want my carers to read this one. I think I want to live with Dad again.",
        way="talk", audience="worker",
    )  # fmt: skip
    plan_review(
        together=uuid7(), children=[theo.pk], plan_type="CLA",
        due=setting.today + timedelta(days=11), chair=setting.workers["ivor"],
        **Ago(setting, 20).by,
    )  # fmt: skip


def _jaya(setting: Setting) -> None:
    then = Ago(setting, 150, "sam")
    born = setting.today - timedelta(days=13 * 365 + 90)
    jaya = people.add_child(
        authority_id="NM9003", given_name="Jaya", family_name="Pell", birth_date=born, **then.by
    )
    people.start_work(child=jaya.pk, level="CIN", on=then.day, **then.by)
    people.allocate(child=jaya.pk, worker=setting.workers["sam"], on=then.day, **then.by)
    Ago(setting, 0, "sam").said(
        jaya, "Please come today. I don't want to go home after school.", way="text", soon=True,
        by_themselves=True, audience="worker",
    )  # fmt: skip


def _wren(setting: Setting) -> None:
    then = Ago(setting, 200, "tom")
    born = setting.today - timedelta(days=11 * 365 + 10)
    wren = people.add_child(
        authority_id="NM9004", given_name="Wren", family_name="Tate", birth_date=born, **then.by
    )
    people.start_work(child=wren.pk, level="CIN", on=then.day, **then.by)
    people.allocate(child=wren.pk, worker=setting.workers["tom"], on=then.day, **then.by)
    promise = Ago(setting, 25, "tom").said(wren, "You said you would find out about drum lessons.")
    voice.hand_over(
        id=uuid7(), child=wren.pk, to=setting.workers["priya"], on=Ago(setting, 6).day,
        why="ORGRST", words="Tom now works with families who are new to us. Priya is your worker.",
        know="Don't ring me in the morning. I like it when people say what happens next.",
        told_child=True, dues={promise: setting.today + timedelta(days=8)},
        **Ago(setting, 7, "ruth").by,
    )  # fmt: skip
