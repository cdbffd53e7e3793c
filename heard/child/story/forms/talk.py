"""The talk: what we talked about, and what follows from it."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms

from heard.child.story.forms.fields import WordsField, coming_day
from heard.child.story.forms.turn import TurnForm
from heard.child.story.operations.turns import Move
from heard.child.story.rules import moves_of_talk, something_to_tell
from heard.child.voice import operations as voice
from heard.child.voice.operations import Talk

NOTHING = "There is nothing to tell yet: say what changes, what cannot, or who has it now"


class TalkForm(TurnForm):
    """One line is enough (01-feedback.md); the rest is there when it is needed."""

    move = "heard"
    about = WordsField(
        label="What we talked about",
        help_text="One line is enough. Write it to them: “You told me ...”",
        rows=3,
        missing="Write what you talked about; one line is enough",
    )
    learned = WordsField(label="What I learned", rows=2)
    will_change = WordsField(label="What will change", rows=2)
    cannot_change = WordsField(label="What cannot, and why", rows=2)
    to = forms.ChoiceField(label="Who else is needed?", required=False)

    def further(self) -> None:
        """Offer who else can act, and the days."""
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", "Nobody else"), *self.workers,
        ]  # fmt: skip
        self.fields["by_when"] = coming_day(
            "By when will it change?", self.today, required=False,
            help_text="A day makes it a promise: it stays open until then. No day: it is done.",
        )  # fmt: skip
        self.fields["due"] = coming_day("By when do they answer?", self.today, required=False)
        self.fields["told"] = forms.BooleanField(label=f"I told {self.name}", required=False)

    def clean(self) -> dict[str, Any]:
        """A day needs what it is for, a person needs a day, and telling needs something to tell."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("by_when") and not given.get("will_change"):
            self.add_error("will_change", "Write what will change by that day")
        if given.get("to") and not given.get("due") and "due" not in self.errors:
            self.add_error("due", "Give the day by which they answer")
        if given.get("due") and not given.get("to"):
            self.add_error("to", "Choose who answers by that day")
        if given.get("told") and not self.errors and not something_to_tell(self._follows()):
            self.add_error("told", NOTHING)
        return given

    def _follows(self) -> tuple[str, ...]:
        given = self.cleaned_data
        return moves_of_talk(
            will_change=given.get("will_change", ""),
            by_when=given.get("by_when"),
            cannot_change=given.get("cannot_change", ""),
            passed_on=bool(given.get("to")),
        )

    def moves(self, said: UUID, staff: UUID) -> list[Move]:
        """Return every move that follows from the talk, in order."""
        given, who, follows = self.cleaned_data, self._who(said, staff), self._follows()
        parts = ("about", "learned", "will_change", "by_when", "cannot_change")
        ready: dict[str, Move] = {
            "heard": partial(voice.talk_over, talk=Talk(**{p: given[p] for p in parts}), **who),
            "done": partial(voice.answer, possible=True, words=given["will_change"], **who),
            "not_possible": partial(
                voice.answer, possible=False, words=given["cannot_change"], **who
            ),
            "told": partial(voice.tell, words="", **who),
        }
        if "passed_on" in follows:
            ready["passed_on"] = partial(
                voice.pass_on, to=UUID(given["to"]), due=given["due"], words=given["about"],
                person_told=given["told"], **who,
            )  # fmt: skip
        tell = given["told"] and "passed_on" not in follows
        return [ready[move] for move in (*follows, *(("told",) if tell else ()))]
