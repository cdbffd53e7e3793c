"""Codes of the family door: how they are made, and the keyed hashes that stand for them."""

from uuid import UUID

from django.utils.crypto import salted_hmac

# No letters that are read as another (0 O, 1 I L, 5 S, 2 Z, 8 B): 25 signs, 15 of them: 69 bits.
SIGNS = "34679ACDEFGHJKMNPQRTUVWXY"
LENGTH = 15


def key_of(code: str) -> str:
    """Return the keyed hash of a code as typed: capitals, spaces and dashes do not matter."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return salted_hmac("heard.family-door", plain, algorithm="sha256").hexdigest()


def code_of(link: UUID) -> str:
    """Return the code of a link: it follows from its id and the secret of this deployment.

    So a form that was sent twice shows the same code, and no code is kept anywhere.
    """
    made = salted_hmac("heard.family-code", str(link), algorithm="sha256").hexdigest()
    number, signs = int(made, 16), []
    for _ in range(LENGTH):
        number, place = divmod(number, len(SIGNS))
        signs.append(SIGNS[place])
    return "-".join("".join(signs[n : n + 5]) for n in range(0, LENGTH, 5))


def browser_of(cookie: str) -> str:
    """Return the keyed hash of a browser's cookie."""
    return salted_hmac("heard.family-browser", cookie, algorithm="sha256").hexdigest()
