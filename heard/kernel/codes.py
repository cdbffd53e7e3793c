"""How a child took part in a review: two schemes with the same names and different meanings.

A code never stands without its scheme. Conversions follow the dataset rules, 2b.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from heard.kernel.ages import fourth_birthday

VOICE = "voice-2023"
SSDA903 = "ssda903"
LOCAL = "local"
SCHEMES = (VOICE, SSDA903, LOCAL)

VOICE_CODES = {
    "PN1": "Child/young person attends their review and gives their views verbally",
    "PN2": "Child/young person attends their review and gives their views in a non-verbal way",
    "PN3": "Child/young person attends their review and an advocate speaks on their behalf",
    "PN4": "Child/young person does not attend their review but shares their views with an "
    "advocate who attends and speaks for them",
    "PN5": "Child/young person does not attend but gives their views in a different way e.g. "
    "written format, audio or video recording, use of participation software, a trusted person",
    "PN6": "Child/young person attends their review and does not give their views and does not "
    "have an advocate to give their views",
    "PN7": "Child/young person chooses not to participate in their review in any way",
    "PN8": "The chair of the review decides there is valid reason why the child/young person "
    "cannot participate in their review",
}
SSDA903_CODES = {
    "PN0": "Child aged under 4 at the time of the review",
    "PN1": "Child physically attends and speaks for him or herself (Attendance)",
    "PN2": "Child physically attends and an advocate speaks on his or her behalf (Attendance, "
    "views represented by advocate or Independent Reviewing Officer (IRO))",
    "PN3": "Child attends and conveys his or her view symbolically (non-verbally) (Attendance "
    "symbols)",
    "PN4": "Child physically attends but does not speak for him or herself, does not convey his "
    "or her view symbolically (non-verbally) and does not ask an advocate to speak for him or "
    "her (Attendance without contribution)",
    "PN5": "Child does not attend physically but briefs an advocate to speak for him or her "
    "(Views represented by advocate or Independent Reviewing Officer (IRO) through texting, "
    "written format, phone, audio/video, viewpoint)",
    "PN6": "Child does not attend but conveys his or her feelings to the review by a facilitative "
    "medium (Texting the chair, written format, phone, audio/video, viewpoint)",
    "PN7": "Child does not attend nor are his or her views conveyed to the review",
}
WORDS = {VOICE: VOICE_CODES, SSDA903: SSDA903_CODES}

# PN0 and PN7 of the older scheme say nothing about what was the child's own choice.
TO_VOICE = {"PN1": "PN1", "PN2": "PN3", "PN3": "PN2", "PN4": "PN6", "PN5": "PN4", "PN6": "PN5"}
TO_SSDA903 = {new: old for old, new in TO_VOICE.items()} | {"PN7": "PN7", "PN8": "PN7"}

MEANING_LENGTH = 80


def known(scheme: str, code: str) -> bool:
    """Say whether the scheme has the code; local has any, and no code needs no scheme."""
    return not code or scheme == LOCAL or code in WORDS.get(scheme, {})


def words_of(scheme: str, code: str) -> str:
    """Return the official words of a code; KeyError where the scheme has none for it."""
    return WORDS[scheme][code]


def to_voice(scheme: str, code: str) -> str | None:
    """Return the code in scheme voice-2023, or None where it counts as not coded."""
    if scheme == VOICE:
        return code if code in VOICE_CODES else None
    return TO_VOICE.get(code) if scheme == SSDA903 else None


def meaning(scheme: str, code: str) -> str:
    """Return what a code means, comparable across schemes, at most 80 characters.

    "" without a code; PN1 to PN8 of voice-2023 where it can be converted; else scheme:code.
    Two rows of one review agree exactly when their meanings are equal.
    """
    if not code:
        return ""
    return to_voice(scheme, code) or f"{scheme}:{code}"[:MEANING_LENGTH]


class Statutory(NamedTuple):
    """A looked-after review in scheme ssda903: a code with its rule, or an error instead."""

    code: str | None
    rule: str
    warning: str = ""
    error: str = ""


PN8_WARNING = (
    "The chair decided that the child could not take part (PN8). The older scheme has no code for "
    "that, so PN7 is sent."
)
CONFLICT = "The rows of this review carry different codes. Settle which is right."
NO_CODE = "This review has no code that can be sent. Ask its chair how the child took part."


def to_ssda903(codes: Sequence[tuple[str, str]], held: date, born: date | None) -> Statutory:
    """Return the ssda903 code of one looked-after review (dataset rules, "To ssda903").

    `codes` are (scheme, code) of the rows of the review that are not cancelled. The order of the
    four steps matters: before the 4th birthday it is PN0 whatever was recorded.
    """
    if born is not None and held < fourth_birthday(born):
        return Statutory("PN0", "903-under-4")
    if len({meaning(scheme, code) for scheme, code in codes}) > 1:
        return Statutory(None, "903-conflict", error=CONFLICT)
    for scheme, code in codes:
        if scheme == SSDA903 and code in SSDA903_CODES:
            return Statutory(code, "903-as-recorded")
    for scheme, code in codes:
        if scheme == VOICE and code in TO_SSDA903:
            warning = PN8_WARNING if code == "PN8" else ""
            return Statutory(TO_SSDA903[code], "903-converted", warning=warning)
    return Statutory(None, "903-no-code", error=NO_CODE)
