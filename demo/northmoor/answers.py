"""How invented children take part in their reviews: more speak as they grow older."""

import random
from datetime import date

from heard.child.reviews.rules import ChairAnswers

SPOKE = ChairAnswers(there=True, spoke=True)
OWN_WAY = ChairAnswers(there=True, own_way=True)
ADVOCATE_THERE = ChairAnswers(there=True, advocate_spoke=True)
ADVOCATE_CAME = ChairAnswers(there=False, advocate_spoke=True)
SENT = ChairAnswers(there=False, views_came=True)
QUIET = ChairAnswers(there=True)
CHOSE_NOT_TO = ChairAnswers(chose_not_to=True)
UNWELL = ChairAnswers(valid_reason="In hospital on the day")
NOT_ASKED = ChairAnswers()

ALL = (
    SPOKE, OWN_WAY, ADVOCATE_THERE, ADVOCATE_CAME, SENT, QUIET, CHOSE_NOT_TO, UNWELL, NOT_ASKED,
)  # fmt: skip
BY_AGE = (
    (4, (0, 20, 2, 4, 14, 20, 0, 4, 36)),
    (8, (22, 24, 6, 8, 18, 8, 4, 2, 8)),
    (12, (38, 8, 7, 8, 22, 5, 6, 1, 5)),
    (99, (50, 3, 6, 7, 16, 4, 9, 1, 4)),
)


def how_the_child_took_part(dice: random.Random, born: date, day: date) -> ChairAnswers:
    """Return what the chair would say about a child of this age."""
    age = (day - born).days / 365.25
    weights = next(w for below, w in BY_AGE if age < below)
    return dice.choices(ALL, weights=weights)[0]
