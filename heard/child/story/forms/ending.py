"""When our work ends: the closing questions, and what becomes of each open thing."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django import forms

from heard.child.story.forms.fields import WordsField, coming_day, past_day
from heard.child.story.operations.turns import Move
from heard.child.voice import operations as voice
from heard.child.voice.models import Said
from heard.child.voice.operations import Closed
from heard.kernel.ids import uuid7

EACH = 20_000
ASKED = (
    ("answered", "Yes, and there are answers"),
    ("not_today", "Yes, and they did not want to answer"),
    ("not_asked", "No, because"),
)
WAYS = (("pass_on", "Somebody else answers it"), ("left", "It stays open: this was tried"))
TELL = (("told", "I told them what came of it"), ("left", "They were not told: this was tried"))


class ClosingForm(forms.Form):
    """Three questions in their own words, no score; each can be left out, but not all."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False)
    changed = WordsField(label="What changed for you?", most=EACH)
    not_changed = WordsField(label="What did not change?", most=EACH)
    better = WordsField(label="What should we do better?", most=EACH)
    for_learning = forms.BooleanField(
        label="You may use my words to learn from, without my name", required=False
    )

    def __init__(self, data: Any = None, drawn: str = "") -> None:
        super().__init__(data, initial={"id": uuid7(), "drawn": drawn})

    def clean(self) -> dict[str, Any]:
        """Somebody who says nothing is not written down as having said something."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.answers().words:
            raise forms.ValidationError("Write something, or choose “Not today”")
        return given

    def answers(self) -> Closed:
        """Return what was typed."""
        given = self.cleaned_data
        return Closed(
            changed=given.get("changed", ""),
            not_changed=given.get("not_changed", ""),
            better=given.get("better", ""),
            for_learning=given["for_learning"],
        )


class EndingForm(forms.Form):
    """The id is made when the page is drawn: sent twice, it is one ending."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    asked = forms.ChoiceField(
        label="Were the closing questions asked?",
        choices=ASKED,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether they were asked"},
    )
    why = forms.CharField(label="Why not?", required=False, max_length=2000)

    def __init__(
        self,
        data: Any = None,
        *,
        waiting: Sequence[Said],
        workers: Sequence[tuple[str, str]],
        since: date,
        answered: bool,
        today: date,
    ) -> None:
        super().__init__(data, initial={"id": uuid7()})
        self.waiting, self.since, self.answered = list(waiting), since, answered
        self.fields["on"] = past_day("On which day did our work end?", today)
        for said in self.waiting:
            self._about(said, workers, today)

    def _about(self, said: Said, workers: Sequence[tuple[str, str]], today: date) -> None:
        ways = TELL if said.state == "answered" else WAYS
        self.fields[f"way_{said.pk}"] = forms.ChoiceField(
            label="What becomes of it?",
            choices=ways,
            widget=forms.RadioSelect,
            error_messages={"required": "Choose what becomes of what they said"},
        )
        self.fields[f"to_{said.pk}"] = forms.ChoiceField(
            label="Who answers it?", choices=[("", "Choose somebody"), *workers], required=False
        )
        self.fields[f"due_{said.pk}"] = coming_day("By when?", today, required=False)
        self.fields[f"tried_{said.pk}"] = WordsField(label="What was tried?", rows=2)

    def clean_on(self) -> date:
        """Work cannot end before it began."""
        on: date = self.cleaned_data["on"]
        if on < self.since:
            raise forms.ValidationError("Our work began after that day")
        return on

    def clean(self) -> dict[str, Any]:
        """Nothing closes silently: each open thing has somebody and a day, or what was tried."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("asked") == "not_asked" and not given.get("why"):
            self.add_error("why", "Write why they were not asked")
        if given.get("asked") == "answered" and not self.answered:
            self.add_error("asked", "There is no answer yet. Ask the questions first")
        for said in self.waiting:
            way = given.get(f"way_{said.pk}")
            if way == "pass_on" and not given.get(f"to_{said.pk}"):
                self.add_error(f"to_{said.pk}", "Choose who answers it")
            if way == "pass_on" and not given.get(f"due_{said.pk}"):
                self.add_error(f"due_{said.pk}", "Give the day by which they answer")
            if way == "left" and not given.get(f"tried_{said.pk}"):
                self.add_error(f"tried_{said.pk}", "Write what was tried")
        return given

    def moves(self, staff: UUID) -> dict[UUID, Move]:
        """Return what becomes of each open thing."""
        return {said.pk: self._move(said, staff) for said in self.waiting}

    def _move(self, said: Said, staff: UUID) -> Move:
        given = self.cleaned_data
        who: dict[str, Any] = {"said": said.pk, "staff": staff, "on": given["on"]}
        way, pk = given[f"way_{said.pk}"], said.pk
        if way == "left":
            return partial(voice.leave, tried=given[f"tried_{pk}"], **who)
        if way == "told":
            return partial(voice.tell, words="", **who)
        to, due = UUID(given[f"to_{pk}"]), given[f"due_{pk}"]
        words = "Our work ended. Please answer this."
        return partial(voice.pass_on, to=to, due=due, words=words, person_told=False, **who)
