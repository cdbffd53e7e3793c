"""The return does not say whose it is."""

from heard.kernel.return_spec.context import Context

SEVERITY = "error"
TEXT = (
    "The authority's code or name is not set. Set both under Settings, so that the return"
    " says whose it is."
)


def find(context: Context) -> list[str]:
    """Return "authority" when its code or name is missing."""
    missing = not context.authority_code or not context.authority_name
    return ["authority"] if missing else []
