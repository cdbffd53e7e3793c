"""Bringing an extract of the Standard Safeguarding Dataset (SSD) in."""
