"""Making a link or a printed code, on the worker's screen, after the safe-contact check."""
