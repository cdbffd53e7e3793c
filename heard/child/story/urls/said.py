"""Pages of what was said, and the talk."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
