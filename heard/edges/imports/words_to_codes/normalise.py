"""What makes two texts the same text: letters and digits, in their order."""

import re
import unicodedata

LONGEST = 200  # what the code of a review holds
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc`")
_NOT_LETTERS = re.compile(r"[\W_]+")
_CODE = re.compile(r"\bpn (\d)\b")


def as_written(text: str) -> str:
    """Return the text in one line, without spaces around it, at most 200 characters."""
    return " ".join(text.replace("\x00", " ").split())[:LONGEST]


def normalised(text: str) -> str:
    """Return the text without case, punctuation, dashes and quotes; words with one space between.

    A code is one word ("PN 4" is "pn4").

    >>> normalised("PN4 \u2013 Child\u2019s  views: not/conveyed.")
    'pn4 childs views not conveyed'
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    return _CODE.sub(r"pn\1", _NOT_LETTERS.sub(" ", plain).strip())
