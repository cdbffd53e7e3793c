"""Why a backup or a restore did not happen."""


class Refused(Exception):
    """It cannot be done, and nothing was changed; the message says why and what to do."""
