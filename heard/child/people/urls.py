"""Pages about a child."""

from django.urls import path

from heard.child.people import views

app_name = "people"
urlpatterns = [
    path("", views.children, name="children"),
    path("<uuid:child>/", views.record, name="record"),
    path("<uuid:child>/open/", views.open_glass, name="open"),
    path("<uuid:child>/restrict/", views.restrict, name="restrict"),
    path("<uuid:child>/readers/", views.readers, name="readers"),
    path("<uuid:child>/who-looked/", views.who_looked, name="who_looked"),
]
