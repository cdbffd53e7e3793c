"""The demo's door: the staff door, and the page where the cast signs in with one click."""

from django.urls import include, path

from heard.config.doors.staff import handler400, handler403, handler404, handler500
from heard.config.doors.staff import urlpatterns as staff

urlpatterns = [*staff, path("demo/", include("demo.urls"))]

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
