"""Two years of one child: work, reviews, askings and talks, points and answers."""

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from demo.northmoor.answers import how_the_child_took_part
from demo.northmoor.setting import Setting
from heard.child.asking_due.operations import agree_not_to_ask, record_asking, talk_over
from heard.child.evidence.operations import Piece, confirm, reach_point
from heard.child.people.operations import end_work, start_work
from heard.child.reviews.operations import call_off, record_review

if TYPE_CHECKING:
    from demo.northmoor.children import Plan

REVIEW_EVERY = {"EH": 84, "CIN": 60, "CP": 150, "CLA": 170, "PATHWAY": 180}
# What a yes of the demo names: these two years were kept elsewhere.
SHOWN = {
    "heard": (Piece(reference="Direct work in the case notes of the last visit"),),
    "responded": (Piece(reference="Letter to the child about what will change"),),
}
FIRST_REVIEW = {"EH": 42, "CIN": 30, "CP": 85, "CLA": 20, "PATHWAY": 90}


def live(setting: Setting, child: UUID, plan: "Plan") -> None:
    """Make everything that happened with one child until the demo's day."""
    end = _work(setting, child, plan)
    last = end or setting.today - timedelta(days=1)
    _reviews(setting, child, plan, last)
    _askings(setting, child, plan, last)
    _points(setting, child, plan, end)


def _work(setting: Setting, child: UUID, plan: "Plan") -> date | None:
    work = start_work(
        child=child, level=plan.level, on=plan.began, **setting.by(plan.worker, plan.began)
    )
    longest = (setting.today - plan.began).days - 1
    if plan.number < 2 or longest < 120 or setting.dice.random() > 0.35:
        return None
    end = plan.began + timedelta(days=setting.dice.randint(110, longest))
    end_work(work=work.pk, on=end, **setting.by(plan.worker, end))
    return end


def _reviews(setting: Setting, child: UUID, plan: "Plan", last: date) -> None:
    day, number = plan.began + timedelta(days=FIRST_REVIEW[plan.level]), 0
    chair = "ivor" if plan.level in {"CP", "CLA"} else plan.worker
    while day <= last:
        review = record_review(
            child=child,
            plan_type=plan.level,
            held_on=day,
            chair=setting.workers[chair],
            answers=how_the_child_took_part(setting.dice, plan.born, day),
            authority_review_id=f"R{plan.number}.{number}",
            **setting.by(chair, day),
        )
        if setting.dice.random() < 0.03:
            call_off(review=review.pk, **setting.by(chair, day))
        day += timedelta(days=REVIEW_EVERY[plan.level] + setting.dice.randint(-8, 8))
        number += 1


def _askings(setting: Setting, child: UUID, plan: "Plan", last: date) -> None:
    dice = setting.dice
    if (plan.began - plan.born).days < 3 * 365:
        reason = "Too young to be asked; how the child is, is seen and written down at each visit"
        until = plan.born + timedelta(days=4 * 365)
        agree_not_to_ask(
            child=child, from_date=plan.began, to_date=until, reason=reason,
            agreed_on=plan.began, **setting.by("ruth", plan.began),
        )  # fmt: skip
        return
    day, number = plan.began + timedelta(days=dice.randint(10, 60)), 0
    while day <= last:
        _asked(setting, child, plan, day, number)
        day += timedelta(days=dice.choice((55, 70, 80, 85, 90, 130)))
        number += 1


def _asked(setting: Setting, child: UUID, plan: "Plan", day: date, number: int) -> None:
    dice = setting.dice
    declined = dice.random() < 0.06
    asking = record_asking(
        child=child,
        asked_on=day,
        asked_by="worker",
        asked_of="young_person" if (day - plan.born).days > 11 * 365 else "child",
        filled_in_how=dice.choice(("alone", "read_out", "talked_through", "drawing", "paper")),
        declined=declined,
        authority_asking_id=f"A{plan.number}.{number}",
        **setting.by(plan.worker, day),
    )
    talked = day + timedelta(days=dice.choice((0, 7, 14, 21, 28, 100)))
    if not declined and talked < setting.today:
        talk_over(asking=asking.pk, talked_on=talked, **setting.by(plan.worker, talked))


def _points(setting: Setting, child: UUID, plan: "Plan", end: date | None) -> None:
    assessed = plan.began + timedelta(days=setting.dice.randint(20, 45))
    if assessed < setting.today:
        _point(setting, child, plan, "assessment", assessed)
    if end:
        _point(setting, child, plan, "closure", end)


def _point(setting: Setting, child: UUID, plan: "Plan", kind: str, day: date) -> None:
    point = reach_point(
        kind=kind,
        authority_point_id=f"{kind[0].upper()}{plan.number}",
        child=child,
        day=day,
        **setting.by(plan.worker, day),
    )
    answer = setting.dice.choices(("yes", "no", "not_appropriate", ""), weights=(70, 12, 6, 12))[0]
    on = day + timedelta(days=setting.dice.randint(1, 12))
    if answer and on < setting.today:
        reason = "The child was too young or too unwell" if answer == "not_appropriate" else ""
        given = {"answer": answer, "reason": reason, "on": on, **(SHOWN if answer == "yes" else {})}
        confirm(point=point.pk, **given, **setting.by("ruth", on))
