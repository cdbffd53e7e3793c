"""Planning reviews, recording how a child took part, settling, and the questions afterwards."""

from heard.child.reviews.operations.after import keep_after, keep_not_today
from heard.child.reviews.operations.chairing import RecordedMeanwhile, chair_review
from heard.child.reviews.operations.planning import AlreadyOver, call_off_planned, plan_review
from heard.child.reviews.operations.recording import call_off, record_review
from heard.child.reviews.operations.settling import NothingToSettle, settle

__all__ = [
    "AlreadyOver",
    "NothingToSettle",
    "RecordedMeanwhile",
    "call_off",
    "call_off_planned",
    "chair_review",
    "keep_after",
    "keep_not_today",
    "plan_review",
    "record_review",
    "settle",
]
