"""One review in words: what the chair answered, the code that follows, what the child said."""

from collections.abc import Iterable
from typing import Any

from heard.child.people.presenters import LEVEL_WORDS, called, header
from heard.child.reviews.models import Recorded, Review
from heard.child.reviews.presenters.rows import LISTS, code_words
from heard.child.reviews.queries import AtReview
from heard.child.voice.models import Said
from heard.foundations.ui.words import day
from heard.kernel.codes import SSDA903, WORDS, to_ssda903, words_of

WAYS = {
    "form": "in a feedback form",
    "talk": "in a talk",
    "car": "in the car",
    "text": "in a text message",
    "letter": "in a letter",
    "screenshot": "in a screenshot",
    "call": "on the phone",
    "drawing": "in a drawing",
    "meeting": "at a meeting",
    "after_review": "after a review",
    "ending": "when our work ended",
}
NOT_ASKED = "They were not asked. This stays open until somebody asks them."
ONLY_IN_CARE = "The older list is for reviews of children in our care, so no code is sent in it."
UNDER_4 = "PN0, because they were under 4 years old on that day, however they took part"


def chair_page(at: AtReview, today: Any) -> dict[str, Any]:
    """Return what the page of one review needs to say whose it is."""
    head = header(at.child, today)
    plan = LEVEL_WORDS.get(at.plan_type, "")
    return {"child": head, "name": called(at.child), "plan": plan, "chair": str(at.chair)}


def spoken(rows: Iterable[Said], name: str) -> list[dict[str, str]]:
    """Return what a child said: words, who, day, how, language; word for word."""
    return [
        {
            "words": row.words or "(no words: they left it empty)",
            "who": name,
            "day": day(row.happened_on),
            "how": WAYS.get(row.way, ""),
            "lang": "",
        }
        for row in rows
    ]


def as_form(at: AtReview) -> dict[str, Any]:
    """Return the first values of the chair's form: what was planned, or what stands now."""
    first: dict[str, Any] = {"held_on": at.held_on, "plan_type": at.plan_type}
    first["after"] = ",".join(sorted(str(row.pk) for row in at.before))
    known = at.before[0] if len(at.before) == 1 else None
    said = getattr(known, "recorded", None)
    if known is None or said is None:
        return first
    first |= {"could": "no" if known.reason else "yes", "why_not": known.reason}
    first["chose_not_to"] = "yes" if said.chose_not_to else "no"
    first["there"] = {True: "yes", False: "no", None: ""}[said.there]
    ways = ("spoke", "own_way", "advocate_spoke", "views_came")
    return first | {"views": [way for way in ways if getattr(said, way)]}


def answers_in_words(review: Review, said: Recorded | None, name: str) -> list[tuple[str, str]]:
    """Return what the chair answered, as facts; the code's own words where no answers are kept."""
    if said is None:
        words = WORDS.get(review.scheme, {}).get(review.code, "") or review.code
        return [("How they took part", words)]
    rows = [(f"Could {name} take part?", f"No: {review.reason}" if review.reason else "Yes")]
    rows.append((f"Did {name} choose not to?", "Yes" if said.chose_not_to else "No"))
    there = {True: "Yes", False: "No", None: ""}[said.there]
    return [*rows, (f"Was {name} there?", there), ("How their views came", _ways(said))]


def _ways(said: Recorded) -> str:
    words = {
        "spoke": "they said it themselves",
        "own_way": "they showed it in a way of their own",
        "advocate_spoke": "an advocate spoke for them",
        "views_came": "they sent it another way",
    }
    return ", ".join(text for way, text in words.items() if getattr(said, way)) or "none came"


def code_lines(review: Review) -> list[str]:
    """Return the code in both lists, in words, with the warnings that go with it."""
    if not review.code:
        lines = [f"No code follows. {NOT_ASKED}"]
    else:
        words = WORDS.get(review.scheme, {}).get(review.code, "")
        lines = [": ".join(filter(None, (code_words(review.scheme, review.code), words)))]
    return [*lines, _older(review)]


def _older(review: Review) -> str:
    if review.plan_type != "CLA":
        return ONLY_IN_CARE
    pair = [(review.scheme, review.code)] if review.code else []
    sent = to_ssda903(pair, review.held_on, review.child.birth_date)
    if sent.rule == "903-under-4":
        return f"{UNDER_4} ({LISTS[SSDA903]})."
    if sent.code is None:
        return f"{sent.error} ({LISTS[SSDA903]})"
    text = f"{code_words(SSDA903, sent.code)}: {words_of(SSDA903, sent.code)}"
    return f"{text}. {sent.warning}" if sent.warning else text


def side_by_side(rows: Iterable[Review], name: str) -> list[dict[str, Any]]:
    """Return what others recorded meanwhile, each as facts, for the page of the one who lost."""
    found = []
    for row in rows:
        said = getattr(row, "recorded", None)
        first = [("Day", day(row.held_on)), ("Plan", LEVEL_WORDS[row.plan_type])]
        facts = [*first, *answers_in_words(row, said, name), ("Chair", str(row.chair or ""))]
        found.append({"facts": facts, "code": code_words(row.scheme, row.code)})
    return found
