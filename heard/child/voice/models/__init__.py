"""What was said, who may see it, every step of its loop, and the door for families."""

from heard.child.voice.models.ending import ASKED, Closing, Ending
from heard.child.voice.models.handover import Handover, Moved
from heard.child.voice.models.link import LINK_WAYS, PURPOSES, DoorTries, Link
from heard.child.voice.models.said import AUDIENCES, SPEAKERS, WAYS, Choice, NamedPerson, Said
from heard.child.voice.models.step import BY, Step, TalkedOver

__all__ = [
    "ASKED",
    "AUDIENCES",
    "BY",
    "LINK_WAYS",
    "PURPOSES",
    "SPEAKERS",
    "WAYS",
    "Choice",
    "Closing",
    "DoorTries",
    "Ending",
    "Handover",
    "Link",
    "Moved",
    "NamedPerson",
    "Said",
    "Step",
    "TalkedOver",
]
