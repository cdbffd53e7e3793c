"""2c: feedback sought every three months. Exactly as the dataset rules count it.

`work` merges periods, `intervals` settles them, `quarters` looks at quarters' ends and `facts`
says what was counted for each child.
"""

from heard.child.asking_due.rules.facts import Count, facts, facts_of_child
from heard.child.asking_due.rules.intervals import Interval, settle
from heard.child.asking_due.rules.quarters import Quarter, quarter
from heard.child.asking_due.rules.work import Askings, Work, askings_in, finished, merge

__all__ = [
    "Askings",
    "Count",
    "Interval",
    "Quarter",
    "Work",
    "askings_in",
    "facts",
    "facts_of_child",
    "finished",
    "merge",
    "quarter",
    "settle",
]
