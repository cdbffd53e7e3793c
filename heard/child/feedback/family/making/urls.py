"""Making links: for staff."""

from django.urls import path

from heard.child.feedback.family.making import views

app_name = "links"
urlpatterns = [
    path("links/ending/<uuid:child>/", views.make_ending, name="ending"),
    path("links/<uuid:link>/slip/", views.slip, name="slip"),
    path("links/<str:purpose>/<uuid:subject>/", views.make, name="make"),
]
