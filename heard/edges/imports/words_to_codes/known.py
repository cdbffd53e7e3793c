"""What a text means by itself, before anybody of the authority was asked."""

import re

from heard.edges.imports.words_to_codes.normalise import normalised
from heard.edges.imports.words_to_codes.wordings import KNOWN, NOTHING

CUT_AT = 100  # the column of the Standard Safeguarding Dataset cuts longer wordings off
_CODE = re.compile(r"pn([0-7])")
_CODE_FIRST = re.compile(r"pn([0-7]) (.+)")
_CODE_LAST = re.compile(r"(.+) pn([0-7])")


def known_code(text: str) -> str | None:
    """Return the code of scheme ssda903 that the text says, "" where it says nothing, or None.

    A code alone, a known wording alone, or both where they agree. A code beside other words is
    None: the lists of 2023 and of the statutory return use the same names for other things.
    """
    key = normalised(text)
    if key in NOTHING or not text.strip():
        return ""
    if alone := _CODE.fullmatch(key):
        return f"PN{alone[1]}"
    cut = len(text.rstrip()) in (CUT_AT - 1, CUT_AT)
    if found := _wording(key, cut):
        return found
    said, words = _parts(key)
    return said if said and _wording(words, cut) == said else None


def is_code(key: str) -> bool:
    """Say whether a normalised text is a code of the statutory list and nothing else."""
    return _CODE.fullmatch(key) is not None


def _parts(key: str) -> tuple[str, str]:
    """The code at the beginning or the end, and the words beside it."""
    if first := _CODE_FIRST.fullmatch(key):
        return f"PN{first[1]}", first[2]
    if last := _CODE_LAST.fullmatch(key):
        return f"PN{last[2]}", last[1]
    return "", ""


def _wording(key: str, cut: bool) -> str | None:
    """The code of a wording; where the column cut it off, of the one code that begins so."""
    if key in KNOWN or not cut:
        return KNOWN.get(key)
    codes = {code for wording, code in KNOWN.items() if wording.startswith(key)}
    return codes.pop() if len(codes) == 1 else None
