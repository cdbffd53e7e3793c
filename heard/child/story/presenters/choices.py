"""Each time that somebody chose who may see what was said."""

from heard.child.story.presenters.words import speaker
from heard.child.voice.models import Said
from heard.foundations.ui.words import day

WIDTHS = {"worker": "only the worker", "helping": "the people helping", "named": "whom they named"}


def past(said: Said) -> list[tuple[str, str, str]]:
    """Return the choices, newest first: the day, who may see it, who chose."""
    return [
        (
            day(choice.chosen_at),
            WIDTHS[choice.audience] + (", not parents or carers" if choice.not_parents else ""),
            speaker(said) if choice.by_speaker else "the worker",
        )
        for choice in said.choices.order_by("-chosen_at", "-pk")
    ]
