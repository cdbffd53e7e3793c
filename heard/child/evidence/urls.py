"""Pages of points and their answers."""

from django.urls import path

from heard.child.evidence import views

app_name = "evidence"
urlpatterns = [
    path("children/<uuid:child>/heard/", views.of_child, name="of_child"),
    path("facts/point/<str:ref>/", views.fact, name="fact"),
]
