"""Pages of the story of a child, joined from their parts."""

from heard.child.story.urls import ending, handover, pages, said

app_name = "story"
urlpatterns = [
    *pages.urlpatterns,
    *said.urlpatterns,
    *handover.urlpatterns,
    *ending.urlpatterns,
]
