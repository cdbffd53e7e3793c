"""Wordings that Heard knows by itself: the statutory list, and what live forms make of it.

Source: SSDA903 collection (method of participation), the Standard Safeguarding Dataset 1.4.5
(cla_reviews and cp_reviews), and forms of authorities seen in field research of 2023. All are of
scheme ssda903. The recommended list of 2023 is not here: its codes have the same names and other
meanings, so only a person of the authority can say that their text means it.
"""

from heard.edges.imports.words_to_codes.normalise import normalised
from heard.kernel.codes import SSDA903_CODES

_TALKED = "texting, written format, phone, audio/video, viewpoint"
_NOT_SAID = "nor are his or her views conveyed"

# Beside the official wording of each code. {meeting} stands for the words in MEETINGS.
_WRITTEN: dict[str, tuple[str, ...]] = {
    "PN0": (
        "Child aged under 4 at the time of the {meeting}",
        "Child aged under 4 at time of {meeting}",
        "Child under 4 at the time of {meeting}",
        "Child under 4 at time of {meeting}",
    ),
    "PN1": (
        "Child physically attends and speaks for him or herself",
        "Child attends and speaks for themselves",
        "Child attend and speaks for themselves",
        "Child/young person attends virtually or physically to a whole or part of a {meeting} and "
        "speaks for him or herself",
    ),
    "PN2": (
        "Child physically attends and an advocate speaks on his or her behalf",
        "Child physically attends and an advocate speaks on his or her behalf (Attendance, views "
        "represented by advocate or Child Protection Advisor (CPA))",
        "Child physically attends and an advocate speaks on his or her behalf (Attendance, views "
        "represented by advocate or Child Protection Adisor (CPA))",
        "Child attends and an advocate speaks for them",
        "Child/young person attends virtually or physically to a whole or part of a {meeting} and "
        "an advocate speaks on his or her behalf",
    ),
    "PN3": (
        "Child attends and conveys his or her view symbolically (non-verbally)",
        "Child attends and conveys their views non-verbally",
        "Child/young person attends virtually or physically and conveys his or her view "
        "symbolically (non-verbally)",
    ),
    "PN4": (
        "Child physically attends but does not speak for him or herself, does not convey his or "
        "her view symbolically (non-verbally) and does not ask an advocate to speak for him or her",
        "Child attends; does not speak for themselves/convey their views",
        "Child/young person attends virtually or physically but does not speak for him or herself, "
        "does not convey his or her views symbolically and does not ask an advocate to speak for "
        "him or her",
    ),
    "PN5": (
        "Child does not attend physically but briefs an advocate to speak for him or her",
        "Child does not attend physically but briefs an advocate to speak for him or her (Views "
        f"represented by advocate or Child Protection Advisor (CPA) through {_TALKED})",
        "Child does not attend but asks an advocate to speak for them",
        "Child does not attend but asks advocate to speak for them",
        "Child/young person does not attend but briefs an advocate to speak for him or her",
    ),
    "PN6": (
        "Child does not attend but conveys his or her feelings to the {meeting} by a facilitative "
        "medium",
        "Child does not attend but conveys his or her feelings to the {meeting} by a facilitative "
        f"medium (Texting the chair, {_TALKED.removeprefix('texting, ')})",
        "Child does not attend but conveys their feelings to the {meeting}",
        "Child/young person does not attend but conveys his or her feelings to the {meeting} by a "
        "facilitative medium",
    ),
    "PN7": (
        f"Child does not attend {_NOT_SAID} to the {{meeting}}",
        "Child does not attend nor convey their view to the {meeting}",
        "Child does not attend nor conveys their view to the {meeting}",
        f"Child/young person does not attend {_NOT_SAID} in any way to {{meeting}}",
        f"Child/young person does not attend {_NOT_SAID} in any way to the {{meeting}}",
    ),
}
# A looked-after review, and a child protection conference: the forms of the two differ.
MEETINGS = ("review", "meeting", "conference", "review conference")


def _all() -> dict[str, str]:
    known = {normalised(words): code for code, words in SSDA903_CODES.items()}
    for code, forms in _WRITTEN.items():
        for form in forms:
            known |= {normalised(form.format(meeting=word)): code for word in MEETINGS}
    return known


# Normalised wording -> code of scheme ssda903.
KNOWN = _all()
# What systems write where nothing was recorded.
NOTHING = frozenset({"ssd ph", "placeholder data"})
