"""What each field about a device in somebody's hands is, how long it is kept, and its scrubbing."""

from heard.child.people.classification import CASE, DAY, ID, LINK
from heard.foundations.access.classified import Classified

CLASSIFIED = {
    "Lent.id": ID,
    "Lent.session": Classified("A keyed hash; it opens nothing by itself", CASE, "dropped"),
    "Lent.staff": LINK,
    **{f"Lent.{f}": LINK for f in ("opens", "first", "back_to")},
    "Lent.lent_at": DAY,
    "Lent.back_at": DAY,
}
