"""The story in five minutes: who is who, what matters now, and what is promised."""

from datetime import date
from typing import Any

from heard.child.people.models import Child, Tie
from heard.child.story.presenters.entries import Entry, entry
from heard.child.story.presenters.words import called
from heard.child.story.queries.story import Story
from heard.child.voice.models import Said, Step
from heard.foundations.ui.words import day
from heard.kernel.loop import State

NEWEST = 3
WAITS = {State.OPEN, State.HEARD, State.ANSWERED}


def story(found: Story, today: date) -> dict[str, Any]:
    """Return all that the page of a story shows."""
    entries = [entry(row, found.forms.get(row.pk)) for row in found.said]
    return {
        "called": called(found.child),
        "own": [e for e in entries if e.by_child],
        "others": [e for e in entries if not e.by_child],
        "people": people(found),
        "asked": asked_best(found.child),
        "matters": matters(found.said),
        "promises": promises(found.said),
        "last_talk": last_talk(found.said),
        "know": found.handover.know if found.handover else "",
    }


def people(found: Story) -> list[tuple[str, str]]:
    """Return who is who: what they are to the child, and their name."""
    rows = []
    if found.allocation:
        rows.append(("Worker", found.allocation.worker.name))
        team = found.allocation.worker.team
        if team and team.manager:
            rows.append(("Worker’s manager", team.manager.name))
    if found.chaired and found.chaired.chair:
        rows.append(("Chair of reviews", found.chaired.chair.name))
    rows += [("Advocate", a.staff.name) for a in found.advocates]
    return rows + [(relation(tie), tie.adult.name) for tie in found.network]


def relation(tie: Tie) -> str:
    """Return what an adult is to the child, and what they help with."""
    chosen = ", chosen by the child" if tie.chosen_by_child else ""
    helps = f"; helps with: {tie.helps_with}" if tie.helps_with else ""
    return f"{tie.relation[:1].upper()}{tie.relation[1:]}{chosen}{helps}"


def asked_best(child: Child) -> list[str]:
    """Return how the child is best asked and told."""
    words = []
    if child.language:
        words.append(f"Speaks {child.language}{', with an interpreter' * child.interpreter}")
    elif child.interpreter:
        words.append("With an interpreter")
    return [*words, *filter(None, [child.communication])]


def matters(said: list[Said]) -> list[Entry]:
    """Return the newest things that the child said and that still wait for an answer."""
    waiting = [s for s in said if s.speaker == "child" and s.state in WAITS and s.words]
    return [entry(row) for row in waiting[:NEWEST]]


def promises(said: list[Said]) -> list[tuple[str, str, str]]:
    """Return what was promised and is not done: what, by when, who; soonest first."""
    found = []
    for row in said:
        if row.state == State.HEARD:
            step = _last(row, "heard")
            talk = getattr(step, "talk", None)
            if talk and talk.by_when:
                found.append((talk.by_when, talk.will_change, str(row.holder or "")))
        step = _last(row, "passed_on")
        if step and step.due and row.state in (State.OPEN, State.HEARD):
            found.append((step.due, f"An answer to “{short(row.words)}”", str(step.to_worker)))
    return [(what, day(due), who) for due, what, who in sorted(found)]


def last_talk(said: list[Said]) -> tuple[str, str] | None:
    """Return the day of the last talk, and what it was about."""
    steps = [s for s in (_last(row, "heard") for row in said) if s is not None]
    newest = max(steps, key=lambda s: (s.happened_on, s.recorded_at), default=None)
    return (day(newest.happened_on), newest.words) if newest else None


def _last(row: Said, move: str) -> Step | None:
    return next((s for s in reversed(list(row.steps.all())) if s.move == move), None)


def short(words: str, most: int = 80) -> str:
    """Return the beginning of what was said, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
