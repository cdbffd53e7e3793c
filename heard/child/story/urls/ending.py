"""Pages of the end of our work."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
