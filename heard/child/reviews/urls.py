"""Pages of reviews."""

from django.urls import path

from heard.child.reviews import views

app_name = "reviews"
urlpatterns = [
    path("children/<uuid:child>/reviews/", views.of_child, name="of_child"),
    path("facts/review/<str:ref>/", views.fact, name="fact"),
]
