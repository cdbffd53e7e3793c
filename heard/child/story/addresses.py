"""Finding where somebody can be reached in what was said: it goes to no other household. Pure.

A known contact is found however it is spaced or written; what only looks like an address, a
postcode, a phone number or an email is for a person to read first (safety.md T6).
"""

import re
import unicodedata
from collections.abc import Iterable

POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
PHONE = r"(?:\+|\b)\d(?:[\s().-]*\d){8,13}\b"
EMAIL = r"\S+@\S+\.\S+"
STREET = (
    r"\b\d+[a-z]?\s+(?:[\w’']+\s+){1,3}(?:street|st|road|rd|lane|avenue|close|drive|way|court)\b"
)
LOOKS = re.compile("|".join((POSTCODE, PHONE, EMAIL, STREET)), re.I)
PARTS = re.compile(r"[;,\n]")
SHORTEST = 5
DIGITS_OF_A_PHONE = 10


def normal(text: str) -> str:
    """Return letters and digits only, in one form and small: how a contact is compared."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def holds_contact(text: str, contacts: Iterable[str]) -> bool:
    """Say whether any part of these contacts stands in the text, however it is written."""
    plain = normal(text)
    return any(part in plain for contact in contacts for part in _parts(contact))


def _parts(contact: str) -> Iterable[str]:
    for part in (contact, *PARTS.split(contact)):
        plain = normal(part)
        if plain.isdecimal() and len(plain) >= DIGITS_OF_A_PHONE:
            yield plain[-DIGITS_OF_A_PHONE:]  # with +44 or with 0
        elif len(plain) >= SHORTEST and any(not sign.isalpha() for sign in part.strip()):
            yield plain


def looks_like_contact(text: str) -> bool:
    """Say whether something in the text looks like a place or a way to reach somebody."""
    return LOOKS.search(text) is not None
