"""What children and families of Northmoor say, and what came of it: all four steps of the loop."""

from demo.northmoor.setting import Setting
from demo.northmoor.voices.maya import maya_speaks
from demo.northmoor.voices.okafors import the_okafors
from demo.northmoor.voices.others import others_speak

__all__ = ["make_voices"]


def make_voices(setting: Setting) -> None:
    """Let Maya, Nan, Theo, the Okafors and Jaya speak; some are answered, some wait."""
    maya_speaks(setting)
    the_okafors(setting)
    others_speak(setting)
