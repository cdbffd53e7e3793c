"""What was said and what came of it: every change."""

from heard.child.voice.operations.answering import (
    NotForward,
    Talk,
    answer,
    close_by_time,
    leave,
    pass_on,
    person_says,
    talk_over,
    tell,
    withdraw,
)
from heard.child.voice.operations.choosing import choose_audience
from heard.child.voice.operations.ending import Closed, answer_closing, end_voice
from heard.child.voice.operations.handing_over import follow_worker, hand_over
from heard.child.voice.operations.links import (
    NotSafe,
    SafeCheck,
    code_was_wrong,
    end_links,
    make_link,
    open_link,
    use_link,
)
from heard.child.voice.operations.saying import Words, open_words, pass_to_manager, say

__all__ = [
    "Closed",
    "NotForward",
    "NotSafe",
    "SafeCheck",
    "Talk",
    "Words",
    "answer",
    "answer_closing",
    "choose_audience",
    "close_by_time",
    "code_was_wrong",
    "end_links",
    "end_voice",
    "follow_worker",
    "hand_over",
    "leave",
    "make_link",
    "open_link",
    "open_words",
    "pass_on",
    "pass_to_manager",
    "person_says",
    "say",
    "talk_over",
    "tell",
    "use_link",
    "withdraw",
]
