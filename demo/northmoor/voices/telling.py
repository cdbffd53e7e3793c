"""Short ways to make what was said, and its moves, some days before the demo's day."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from demo.northmoor.setting import Setting
from heard.child.feedback.operations import Given, LastPage, Offer, hand_in, keep_answer, offer_form
from heard.child.people.models import Child
from heard.child.voice import operations as voice
from heard.child.voice.operations import Talk, Words
from heard.foundations.accounts.models import Staff
from heard.kernel.ids import uuid7


def child_called(number: str) -> Child:
    """Return the child with this id of the authority."""
    return Child.objects.get(authority_id=number)


def staff_of(setting: Setting, name: str) -> UUID:
    """Return the account of somebody of the cast."""
    return Staff.objects.values_list("pk", flat=True).get(email=f"{name}@northmoor.example")


class Ago:
    """The demo's day less some days, and who acts then."""

    def __init__(self, setting: Setting, days: int, name: str = "priya") -> None:
        self.setting, self.name = setting, name
        self.day: date = setting.today - timedelta(days=days)
        self.by: dict[str, Any] = dict(setting.by(name, self.day))

    @property
    def staff(self) -> dict[str, Any]:
        """Return what a move of a member of staff asks for."""
        return {"staff": staff_of(self.setting, self.name), "on": self.day, **self.by}

    def said(self, child: Child, words: str, **more: Any) -> UUID:
        """Let this person write down what was said; return its id."""
        given = {"way": "car", "happened_on": self.day, **more}
        by_themselves = given.pop("by_themselves", False)
        row = voice.say(
            id=uuid7(),
            child=child.pk,
            said=Words(words=words, **given),
            written_by=None if by_themselves else staff_of(self.setting, self.name),
            **self.by,
        )
        return row.pk

    def talked(self, said: UUID, about: str, **more: Any) -> None:
        """Talk it over."""
        voice.talk_over(said=said, talk=Talk(about=about, **more), **self.staff)

    def answered(self, said: UUID, words: str, possible: bool = True) -> None:
        """Answer it."""
        voice.answer(said=said, possible=possible, words=words, **self.staff)

    def told(self, said: UUID, words: str = "") -> None:
        """Tell the person."""
        voice.tell(said=said, words=words, **self.staff)

    def their_word(self, said: UUID, told: bool, words: str = "") -> None:
        """The person says whether they were told, on the worker's screen."""
        who = {"written_by": staff_of(self.setting, self.name), "on": self.day}
        voice.person_says(said=said, told=told, words=words, **who, **self.by)

    def form(
        self, child: Child, kind: str, plan: str, answers: dict[str, tuple[int, str]], **more: Any
    ) -> UUID:
        """Ask with a form; answered and handed in, unless there are no answers."""
        form = uuid7()
        variant = "b" if plan in {"EH", "PATHWAY"} else "a"
        last = more.pop("last", LastPage())
        offer = Offer(
            child=child.pk, kind=kind, key=kind, version=1, language="en-GB", variant=variant,
            plan=plan, asked_by=self.setting.workers[self.name], asked_as="worker",
            asked_on=self.day, conversation="ordinary", **more,
        )  # fmt: skip
        offer_form(id=form, offer=offer, **self.by)
        for question, (score, words) in answers.items():
            given = Given(
                id=uuid7(), question=question, state="answered", score=score, words=words,
                happened_at=self.by["at"],
            )  # fmt: skip
            keep_answer(form=form, given=given, typed_by=None, **self.by)
        if answers:
            hand_in(form=form, last=last, on=self.day, **self.by)
        return form
