"""What each field about the authority is: nothing here is about a person."""

from heard.foundations.access.classified import Classified

FOR_GOOD = "as long as this deployment serves the authority"

CLASSIFIED = {
    "Deployment.id": Classified("Always 1", FOR_GOOD, "kept"),
    "Deployment.code": Classified("The authority's public three-digit code", FOR_GOOD, "kept"),
    "Deployment.name": Classified("The authority's public name", FOR_GOOD, "kept"),
    "Deployment.asking_began_on": Classified(
        "The day when the authority began to ask children (2c)", FOR_GOOD, "kept"
    ),
    "Deployment.not_asked_under": Classified(
        "The age under which asking is proposed as not appropriate", FOR_GOOD, "kept"
    ),
    "Deployment.talk_within_days": Classified(
        "Days in which what was said is talked over", FOR_GOOD, "kept"
    ),
}
