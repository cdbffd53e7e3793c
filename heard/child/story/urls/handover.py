"""Pages of a change of worker."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
