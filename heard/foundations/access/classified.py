"""What a field of a model is, how long it is kept, and how it is made safe for a copy.

Each app says so for each of its fields in `classification.py`:
`CLASSIFIED = {"Review.code": Classified(what="...", keep="...", scrub="...")}`.
A field that is not named there fails the build.
"""

from typing import NamedTuple


class Classified(NamedTuple):
    """One field: `what` it is, how long we `keep` it, how a test copy `scrub`s it."""

    what: str
    keep: str
    scrub: str
