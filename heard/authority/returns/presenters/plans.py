"""What is recorded of the voice plan, year by year."""

from collections.abc import Iterable, Sequence
from typing import Any

from heard.authority.returns.models import VoicePlan
from heard.authority.returns.presenters.words import day_words
from heard.foundations.ui.words import moment


def sentence(plan: VoicePlan | None) -> str:
    """Say what is recorded of a year's plan."""
    if plan is None:
        return "Nothing is recorded yet."
    if plan.published_on is None:
        return "Not published yet."
    return f"Published on {day_words(plan.published_on)}."


def years(plans: Iterable[VoicePlan], labels: Sequence[str]) -> list[dict[str, str]]:
    """Return each year with what is recorded of its plan, the latest first."""
    known = {plan.year: plan for plan in plans}
    every = sorted({*labels, *known}, reverse=True)
    return [{"year": label, "said": sentence(known.get(label))} for label in every]


def as_form(plan: VoicePlan | None) -> dict[str, Any]:
    """Return what a form shows before anybody types; `after` says which record it follows."""
    if plan is None:
        return {"after": 0}
    return {
        "after": plan.number,
        "published_on": plan.published_on,
        "address": plan.address,
        "child_friendly": plan.child_friendly,
        "scrutinised_by_young_people": plan.scrutinised_by_young_people,
    }


def history(plans: Iterable[VoicePlan]) -> list[list[str]]:
    """Return every record of a year's plan, the latest first."""
    return [
        [
            moment(plan.at),
            plan.by_name,
            sentence(plan),
            plan.address,
            "yes" if plan.child_friendly else "no",
            "yes" if plan.scrutinised_by_young_people else "no",
        ]
        for plan in plans
    ]
