"""Askings, talks, and decisions that asking is not appropriate: every change."""

from heard.child.asking_due.operations.asking import (
    know_asking_better,
    record_asking,
    talk_over,
)
from heard.child.asking_due.operations.deciding import (
    AlreadyDecided,
    agree_not_to_ask,
    decide_not_to_ask,
    end_decision,
)

__all__ = [
    "AlreadyDecided",
    "agree_not_to_ask",
    "decide_not_to_ask",
    "end_decision",
    "know_asking_better",
    "record_asking",
    "talk_over",
]
