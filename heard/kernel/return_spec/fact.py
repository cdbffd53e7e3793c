"""One fact of a return: what was counted or left out, in which line, and by which rule."""

from datetime import date
from typing import NamedTuple

EXCLUDED = "excluded"
UNCODED = "uncoded"
CODES = tuple(f"PN{number}" for number in range(1, 9))
COUNTED_2A = ("yes", "no", "not_appropriate", "unanswered")
COUNTED_2B = (*CODES, UNCODED)
COUNTED_2C = ("yes", "no", "not_appropriate")
INTERVALS = "intervals"
CHILDREN = "children"


class Fact(NamedTuple):
    """A fact of item 2a, 2b or 2c.

    `line`: assessment or closure; the plan type; intervals, children or a quarter's end
    (2025-06-30). `ref` and `child` are opaque ids. `counted` is what it counts as in its line, or
    "excluded". `rule` is a key of RULES. Of an interval, `ref` is the day it began and `code` the
    day it was due; of a quarter's end, `ref` is the day the work began.
    """

    item: str
    line: str
    ref: str
    child: str
    day: date | None
    code: str
    counted: str
    rule: str


RULES = {
    "2a-last-confirmation": "The last answer given about this point counts.",
    "2a-unanswered": "Nobody has answered about this point.",
    "2b-coded": "The chair recorded this code.",
    "2b-converted": "The code was recorded in the older scheme and converted.",
    "2b-older-way": "The review was asked in an older way: this code of the older scheme cannot "
    "be converted, so the review counts as not coded.",
    "2b-local": "What was recorded is in the authority's own words, so the review counts as not "
    "coded.",
    "2b-uncoded": "No code was recorded.",
    "2b-conflict": "Rows of this review carry different codes. It counts as not coded until a "
    "person settles it.",
    "2b-same-review": "Another row of the same review (same child, plan type and day) is counted.",
    "2b-cancelled": "The review was cancelled.",
    "2c-met": "The child was asked in time, and it was talked over or declined.",
    "2c-not-asked": "The child was not asked by the day it was due.",
    "2c-not-talked-over": "The child was asked, but it was not talked over in time.",
    "2c-not-appropriate": "A decision that asking is not appropriate, agreed by the day it was "
    "due, covers that day.",
    "2c-not-yet-due": "The next asking is not due yet, or the work ended before it was due.",
    "2c-waits-for-talk": "The child was asked less than 30 days before the last day counted; the "
    "talk may still come.",
    "2c-asking-who": "Only the allocated worker or a provider asking the child or young person "
    "counts.",
    "2c-asking-outside-work": "The asking lies outside the child's work.",
    "2c-asking-before-began": "The authority had not begun to ask on that day.",
    "2c-asking-late-talk": "The talk came more than 3 calendar months after the asking.",
    "2c-asking-no-talk": "No talk about this asking has been recorded.",
    "2c-children": "The child counts once: no if any asking was missed, else yes if any was met, "
    "else not appropriate.",
    "2c-quarter": "The child was asked in the 3 calendar months before the quarter's end, and it "
    "was talked over or declined.",
    "2c-quarter-not-asked": "No asking that was talked over or declined lies in the 3 calendar "
    "months before the quarter's end.",
    "2c-quarter-not-appropriate": "A decision that asking is not appropriate, agreed by the "
    "quarter's end, covers that day.",
    "2c-quarter-too-new": "The work began less than 3 calendar months before the quarter's end.",
}
