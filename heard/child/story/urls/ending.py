"""Pages of the end of our work."""

from django.urls import path

from heard.child.story.views import closing, ending

urlpatterns = [
    path("children/<uuid:child>/ending/", ending.ending, name="ending"),
    path("children/<uuid:child>/closing/", closing.of_child, name="closing"),
    path("children/<uuid:child>/closing/thanks/", closing.thanks, name="closing_thanks"),
    path(
        "children/<uuid:child>/closing-of/<uuid:adult>/", closing.of_adult, name="closing_of_adult"
    ),
    path(
        "children/<uuid:child>/closing-of/<uuid:adult>/thanks/",
        closing.thanks,
        name="closing_of_adult_thanks",
    ),
]
