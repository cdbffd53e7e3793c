"""Pages of a change of worker."""

from django.urls import path

from heard.child.story.views import handover

urlpatterns = [
    path("children/<uuid:child>/new-worker/", handover.new_worker, name="new_worker"),
    path("children/<uuid:child>/handover/", handover.for_new_worker, name="handover"),
]
