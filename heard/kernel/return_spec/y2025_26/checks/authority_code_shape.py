"""The code cannot be one of the 153 authorities'."""

import re

from heard.kernel.return_spec.context import Context

SEVERITY = "error"
TEXT = (
    "The authority's code is not three digits, as the codes of the 153 authorities are "
    "(for example 302)."
)


def find(context: Context) -> list[str]:
    """Return "authority" when its code is set and cannot be a code of an authority."""
    code = context.authority_code
    return ["authority"] if code and not re.fullmatch(r"[2-9][0-9]{2}", code) else []
