"""Bringing an SSDA903 return in: children, looked-after reviews and times in care."""
