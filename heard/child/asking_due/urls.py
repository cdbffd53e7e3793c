"""Pages of askings, talks and decisions."""

from django.urls import path

from heard.child.asking_due import views

app_name = "asking_due"
urlpatterns = [
    path("children/<uuid:child>/asked/", views.of_child, name="of_child"),
    path("children/<uuid:child>/asked/not-to-ask/", views.decide, name="decide"),
    path("asking/", views.soon, name="soon"),
    path("asking/not-to-ask/", views.proposals, name="proposals"),
    path("asking/decisions/<uuid:decision>/end/", views.end, name="end"),
    path("facts/asking/<str:ref>/", views.fact, name="fact"),
]
