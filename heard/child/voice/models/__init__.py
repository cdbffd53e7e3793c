"""What was said, who may see it, every step of its loop, and the door for families."""

from heard.child.voice.models.ending import ASKED, Closing, Ending
from heard.child.voice.models.handover import Handover, Moved
from heard.child.voice.models.link import PURPOSES, Link
from heard.child.voice.models.said import AUDIENCES, SPEAKERS, WAYS, Choice, NamedPerson, Said
from heard.child.voice.models.step import BY, Step, TalkedOver

__all__ = [
    "ASKED",
    "AUDIENCES",
    "BY",
    "PURPOSES",
    "SPEAKERS",
    "WAYS",
    "Choice",
    "Closing",
    "Ending",
    "Handover",
    "Link",
    "Moved",
    "NamedPerson",
    "Said",
    "Step",
    "TalkedOver",
]
