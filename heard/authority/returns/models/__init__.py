"""A return and all that belongs to it: figures, facts, what was said about it, who signed."""

from heard.authority.returns.models.checked import AcceptedError, CheckRecord, ReturnCheck
from heard.authority.returns.models.delegate import Delegate
from heard.authority.returns.models.fact import FactGroup, ReturnFact
from heard.authority.returns.models.note import ReturnNote
from heard.authority.returns.models.plan import VoicePlan
from heard.authority.returns.models.version import DRAFT, SET_ASIDE, SIGNED, ReturnVersion

__all__ = [
    "DRAFT",
    "SET_ASIDE",
    "SIGNED",
    "AcceptedError",
    "CheckRecord",
    "Delegate",
    "FactGroup",
    "ReturnCheck",
    "ReturnFact",
    "ReturnNote",
    "ReturnVersion",
    "VoicePlan",
]
