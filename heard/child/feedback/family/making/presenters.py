"""The slip: a code, the address, and a square that a camera reads."""

from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from markupsafe import Markup

from heard.child.voice.models import Link
from heard.foundations.ui.words import day

DOOR = "heard.config.doors.family"


def slip(link: Link, code: str) -> dict[str, Any]:
    """Return what is on the slip: nothing says whom it is for, or what about."""
    address = settings.ADDRESS + reverse("family:link", urlconf=DOOR, args=[code])
    return {
        "title": "The code",
        "code": code,
        "address": address,
        "door": settings.ADDRESS + reverse("family:enter", urlconf=DOOR),
        "square": square(address),
        "until": day(link.expires_at),
        "person": link.adult.name if link.adult else "",
        "beside": link.way == "with_worker",
    }


def square(address: str) -> Markup:
    """Return the square as a drawing without styles of its own, dark on white in any look."""
    drawn = segno.make(address, micro=False, error="m")
    svg = drawn.svg_inline(
        omitsize=True, border=4, dark="#1f2933", light="#ffffff", svgclass=None, lineclass=None
    )
    return Markup(svg)  # noqa: S704  # segno drew it from our own address
