"""PN0 and PN7 of the older scheme cannot be converted."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "This review was asked in an older way: its code (PN0 or PN7 of the older scheme) "
    "cannot be converted, so it counts as not coded."
)


def find(context: Context) -> list[str]:
    """Return the reviews whose code of the older scheme cannot be converted."""
    return list(context.refs_of("2b-older-way"))
