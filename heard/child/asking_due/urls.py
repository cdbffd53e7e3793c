"""Pages of askings, talks and decisions."""

from django.urls import path

from heard.child.asking_due import views

app_name = "asking_due"
urlpatterns = [
    path("children/<uuid:child>/asked/", views.of_child, name="of_child"),
    path("facts/asking/<str:ref>/", views.fact, name="fact"),
]
