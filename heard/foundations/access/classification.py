"""What the note that a form was taken is, and how long it is kept."""

from heard.foundations.access.classified import Classified

CLASSIFIED = {
    "Taken.key": Classified("A hash of a form as sent, says nothing", "7 days", "dropped"),
    "Taken.at": Classified("When it was taken", "7 days", "dropped"),
    "Taken.leads_to": Classified("The page that followed", "7 days", "dropped"),
}
