"""Pages of the story of a child."""

from django.urls import path

from heard.child.story.views import copies, story

urlpatterns = [
    path("children/<uuid:child>/story/", story.of_child, name="of_child"),
    path("children/<uuid:child>/story/copy/", copies.copy, name="copy"),
    path("shared/", story.shared_children, name="shared_children"),
    path("shared/<uuid:child>/", story.shared, name="shared"),
]
