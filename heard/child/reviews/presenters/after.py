"""The two questions after a review, in words for the child who reads them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from heard.child.people.presenters import called
from heard.child.reviews.models import AfterReview, Review
from heard.child.reviews.queries import worker_now
from heard.foundations.ui.words import day
from heard.kernel.ages import age_on

YOUNG_FROM, GROWN_UP = 11, 19
QUESTIONS = {"how": "How was this meeting?", "better": "What would make the next one better?"}
OUTCOMES = {"skipped": "They skipped it.", "not_today": "They said: not today."}
CHILDLINE = "You can ring Childline on 0800 1111, day or night. It is free."
SAMARITANS = "You can ring Samaritans on 116 123, day or night. It is free."


def asking(review: Review, today: date, asker: str) -> dict[str, Any]:
    """Return what each page of the questions needs: the look, the names, and who can help now."""
    child = review.child
    age = age_on(child.birth_date, today) if child.birth_date else YOUNG_FROM
    worker = worker_now(child, today) or "my worker"
    return {
        "title": "After our meeting",
        "look": "child" if age < YOUNG_FROM else "young",
        "review": str(review.pk),
        "name": called(child),
        "asker": asker,
        "worker": worker,
        "seen_by": list(dict.fromkeys((worker, str(review.chair or asker)))),
        "questions": QUESTIONS,
        "help_line": CHILDLINE if age < GROWN_UP else SAMARITANS,
    }


def after_rows(rows: Iterable[AfterReview], name: str) -> list[dict[str, str]]:
    """Return each question asked: the question, the child's words, or what they did instead."""
    return [
        {
            "question": QUESTIONS.get(row.question, "Shall we ask you two things?"),
            "words": row.said.words if row.said else "",
            "who": name,
            "day": day(row.recorded_at),
            "instead": OUTCOMES.get(row.outcome, ""),
        }
        for row in rows
    ]
