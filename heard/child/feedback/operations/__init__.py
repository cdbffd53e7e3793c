"""Feedback forms: every change."""

from heard.child.feedback.operations.answering import FormClosed, Given, keep_answer
from heard.child.feedback.operations.asking import NewMeeting, ask_together
from heard.child.feedback.operations.calling import call_someone
from heard.child.feedback.operations.handing_in import LastPage, NobodyThere, decline, hand_in
from heard.child.feedback.operations.noting import note_hasty, share_reflection
from heard.child.feedback.operations.offering import Offer, fill_in_another_way, offer_form
from heard.child.feedback.operations.paper import enter_from_paper
from heard.child.feedback.operations.wordings import add_wording, withdraw_wording

__all__ = [
    "FormClosed",
    "Given",
    "LastPage",
    "NewMeeting",
    "NobodyThere",
    "Offer",
    "add_wording",
    "ask_together",
    "call_someone",
    "decline",
    "enter_from_paper",
    "fill_in_another_way",
    "hand_in",
    "keep_answer",
    "note_hasty",
    "offer_form",
    "share_reflection",
    "withdraw_wording",
]
