"""Maya, who is 9 and lives with Nan."""

from datetime import timedelta

from demo.northmoor.setting import Setting
from demo.northmoor.voices.telling import Ago, child_called, staff_of
from heard.child.feedback.operations import LastPage
from heard.child.people import operations as people
from heard.child.people.models import Child
from heard.child.voice import operations as voice


def maya_speaks(setting: Setting) -> None:
    """Her network, what she and Nan said, and what came of it so far."""
    maya = child_called("NM1000")
    _around(setting, maya)
    _answered(setting, maya)
    _passed_on(setting, maya)
    _waiting(setting, maya)


def _around(setting: Setting, maya: Child) -> None:
    then = Ago(setting, 380)
    people.describe_child(
        child=maya.pk, known_as="Maya", language="English", interpreter=False, disability="",
        communication="Draws while she talks. Needs time: count to ten before the next question.",
        **then.by,
    )  # fmt: skip
    nan = people.add_adult(name="Nan (Joan Ellison)", contact="07700 900123", **then.by)
    mum = people.add_adult(name="Kelly Ellison", contact="07700 900456", **then.by)
    ms_rao = people.add_adult(name="Ms Rao", **then.by)
    ties = (
        (nan, "carer", "grandmother", True, "A bed, breakfast, and the walk to school"),
        (mum, "parent", "mother", False, "Video calls on Sundays"),
        (ms_rao, "network", "teacher", True, "The quiet corner in class"),
    )
    for adult, kind, relation, chosen, helps in ties:
        people.tie(
            child=maya.pk, adult=adult.pk, kind=kind, relation=relation, chosen_by_child=chosen,
            helps_with=helps, since=then.day, parental_responsibility=kind == "parent", **then.by,
        )  # fmt: skip
    people.name_advocate(child=maya.pk, staff=staff_of(setting, "dev"), since=then.day, **then.by)
    _nan_says(setting, maya, nan.pk)


def _nan_says(setting: Setting, maya: Child, nan: object) -> None:
    answers = {"1": (4, ""), "2": (2, "I ring and nobody rings back."), "3": (3, ""), "4": (3, "")}
    Ago(setting, 12).form(
        maya, "adult", "CIN", answers, adult=nan, how="left_with_family",
        in_room="Nobody else", last=LastPage(audience="worker", not_parents=False),
    )  # fmt: skip


def _answered(setting: Setting, maya: Child) -> None:
    said = Ago(setting, 60).said(maya, "Can Rex sleep in my room? He is sad in the kitchen.")
    Ago(setting, 53).talked(said, "Why Rex sleeps in the kitchen, and what Nan is afraid of")
    Ago(setting, 50).answered(said, "Rex sleeps on the landing, with the door open. Nan agreed.")
    Ago(setting, 46).told(said, "At Nan's table, with Rex under it")
    Ago(setting, 39).their_word(said, told=True)


def _passed_on(setting: Setting, maya: Child) -> None:
    said = Ago(setting, 30).said(
        maya, "I don't want a different lady every time.", way="talk", asked=True
    )
    Ago(setting, 24).talked(
        said, "That three people came in one month, and that it made her tummy hurt",
        learned="She counts the people who come.",
    )  # fmt: skip
    voice.pass_on(
        said=said, to=setting.workers["ruth"], due=setting.today + timedelta(days=4),
        words="Ruth plans who covers when I am away", person_told=True, **Ago(setting, 23).staff,
    )  # fmt: skip


def _waiting(setting: Setting, maya: Child) -> None:
    answers = {
        "1": (3, "Sort of."),
        "2": (4, ""),
        "3": (3, "I want to see my cousins."),
        "4": (4, ""),
    }
    Ago(setting, 20).form(
        maya, "child", "CIN", answers, how="read_out", in_room="Nan was in the kitchen"
    )
    told = Ago(setting, 9).said(maya, "Will I still go to football when it is dark?", way="call")
    Ago(setting, 7).answered(
        told, "Nan's friend Bev drives her on Tuesdays until the clocks change"
    )
    Ago(setting, 6).told(told, "Rang her after school")
