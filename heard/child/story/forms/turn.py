"""One person's turn with something said: what every such form holds."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django import forms

from heard.child.story.forms.fields import WordsField, coming_day, past_day
from heard.child.story.operations.turns import Move
from heard.child.voice import operations as voice
from heard.foundations.ui.words import day


class TurnForm(forms.Form):
    """`seen`: how many steps there were when the page was drawn. `drawn`: signed by the view."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False)
    move = ""
    theirs = False  # filled in by the person themself: the device is in their hands
    last = ()  # names of fields that stand at the end, after those of the form

    def __init__(
        self,
        data: Any = None,
        *,
        name: str,
        said_on: date,
        today: date,
        workers: Sequence[tuple[str, str]] = (),
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.name, self.said_on, self.today, self.workers = name, said_on, today, list(workers)
        self.fields["on"] = past_day("When was that?", today)
        self.further()

    def further(self) -> None:
        """Add fields that depend on the person, the day or who there is."""

    def clean_on(self) -> date:
        """Nothing can follow before it was said."""
        on: date = self.cleaned_data["on"]
        if on < self.said_on:
            raise forms.ValidationError(f"It was said on {day(self.said_on)}. Give a later day")
        return on

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Return the operations of this turn, in order."""
        raise NotImplementedError

    def typed(self) -> list[tuple[str, str]]:
        """Return what was typed, with the question to each, for a page that could not save it."""
        shown = [(str(f.label), f.value()) for f in self if not f.is_hidden and f.name != "on"]
        return [(label, str(value)) for label, value in shown if isinstance(value, str) and value]

    def _who(self, said: UUID, staff: UUID) -> dict[str, Any]:
        return {"said": said, "staff": staff, "on": self.cleaned_data["on"]}


class PassOnForm(TurnForm):
    """Who can act on it, by when, and was the person told?"""

    move = "passed_on"
    to = forms.ChoiceField(
        label="Who can act on it?", error_messages={"required": "Choose who can act on it"}
    )
    words = WordsField(label="What do they need to know?", rows=4)

    def further(self) -> None:
        """Offer those who can act; ask for the day, and who was told."""
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", "Choose somebody"), *self.workers,
        ]  # fmt: skip
        self.fields["due"] = coming_day("By when do they answer?", self.today)
        self.fields["person_told"] = forms.BooleanField(
            label=f"I told {self.name} who has it now", required=False
        )

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Pass it on."""
        given = self.cleaned_data
        return [
            partial(
                voice.pass_on,
                to=UUID(given["to"]),
                due=given["due"],
                words=given["words"],
                person_told=given["person_told"],
                **self._who(said, staff),
            )
        ]


class AnswerForm(TurnForm):
    """What changed, or why it is not possible."""

    move = "done"
    possible = forms.ChoiceField(
        label="What came of it?",
        choices=(("yes", "Something changed"), ("no", "It is not possible, because")),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether something changed"},
    )
    words = WordsField(
        label="What changed, or why not",
        help_text="Write it so that they can read it.",
        missing="Write what changed, or why it is not possible",
    )

    def further(self) -> None:
        """Ask whether the person knows already; never ticked beforehand."""
        self.fields["told"] = forms.BooleanField(label=f"I told {self.name}", required=False)

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Answer it, and tell the person where that is ticked."""
        given, who = self.cleaned_data, self._who(said, staff)
        possible = given["possible"] == "yes"
        moves = [partial(voice.answer, possible=possible, words=given["words"], **who)]
        return [*moves, partial(voice.tell, words="", **who)] if given["told"] else [*moves]


class TellForm(TurnForm):
    """The worker told the person."""

    move = "told"
    words = WordsField(label="How did you tell them, and what did they say?", rows=3)

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Say that the person was told."""
        return [partial(voice.tell, words=self.cleaned_data["words"], **self._who(said, staff))]


class TakeBackForm(TurnForm):
    """The person takes it back."""

    move = "withdrawn"
    words = WordsField(label="What did they say about it?", rows=3)

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Take it back in the person's name."""
        given = self.cleaned_data
        who = {"said": said, "written_by": staff, "on": given["on"]}
        return [partial(voice.withdraw, words=given["words"], **who)]


class LeaveForm(TurnForm):
    """The work ended, or the person is out of reach."""

    move = "left"
    tried = WordsField(
        label="What was tried?",
        help_text="How you tried to reach them, and when.",
        missing="Write what was tried, so that nothing ends in silence",
    )

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Leave it open, with what was tried."""
        return [partial(voice.leave, tried=self.cleaned_data["tried"], **self._who(said, staff))]


class TheirWordForm(TurnForm):
    """The person's own word, on the worker's screen: yes, or not yet."""

    move = "told_yes"
    theirs = True
    told = forms.ChoiceField(
        choices=(("yes", "Yes"), ("not_yet", "Not yet")),
        error_messages={"required": "Choose yes or not yet"},
    )
    words = WordsField(label="Do you want to say anything about it?", rows=3)

    def further(self) -> None:
        """It is said today, here."""
        del self.fields["on"]

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Keep the person's word."""
        given = self.cleaned_data
        who = {"said": said, "written_by": staff, "on": self.today}
        told = given["told"] == "yes"
        return [partial(voice.person_says, told=told, words=given["words"], **who)]
