"""What is done by the clock: nothing that somebody wrote stays in a form that nobody hands in."""

from datetime import datetime

from heard.child.feedback.operations import LastPage, hand_in
from heard.child.feedback.queries import forms_left_behind
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment.clock import LONDON


def hand_in_what_was_left(at: datetime) -> int:
    """Hand in forms that were begun and left, so that somebody answers (laws 1 and 2).

    The opening said so. On the tablet after a day, with a link once it has run out. Nobody more
    than the defaults see it. Returns how many there were.
    """
    left = forms_left_behind(at)
    for form, last_answer in left:
        audience = "worker" if form.adult_id else "helping"
        last = LastPage(share_when="later", audience=audience)
        on = last_answer.astimezone(LONDON).date()
        hand_in(form=form.pk, last=last, on=on, by=HEARD_ITSELF, at=at)
    return len(left)
