"""Which ways a link may go, in words."""

from heard.child.voice.rules import way_refused

WAYS = {
    "own_phone": "By a link on a phone of their own",
    "letterbox": "On paper, taken home or by post",
    "with_worker": "Beside me, with the code on this paper",
}


def ways(*, adult: bool, age: int | None) -> list[tuple[str, str]]:
    """Return the ways that are open to this person."""
    return [(w, text) for w, text in WAYS.items() if not way_refused(w, adult=adult, age=age)]
