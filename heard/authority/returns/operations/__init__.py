"""Everything that changes a return."""

from heard.authority.returns.operations.build import build
from heard.authority.returns.operations.correct import correct, set_aside
from heard.authority.returns.operations.delegates import end_delegation, name_delegate
from heard.authority.returns.operations.explain import accept_error, explain
from heard.authority.returns.operations.plan import record_plan
from heard.authority.returns.operations.sign import sign
from heard.authority.returns.operations.take_out import taken_out

__all__ = [
    "accept_error",
    "build",
    "correct",
    "end_delegation",
    "explain",
    "name_delegate",
    "record_plan",
    "set_aside",
    "sign",
    "taken_out",
]
