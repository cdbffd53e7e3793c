"""Pages about a child."""

from django.urls import path

from heard.child.people.views import describing, reading

app_name = "people"
urlpatterns = [
    path("", reading.children, name="children"),
    path("<uuid:child>/", reading.record, name="record"),
    path("<uuid:child>/open/", reading.open_glass, name="open"),
    path("<uuid:child>/restrict/", reading.restrict, name="restrict"),
    path("<uuid:child>/readers/", reading.readers, name="readers"),
    path("<uuid:child>/who-looked/", reading.who_looked, name="who_looked"),
    path("<uuid:child>/describe/", describing.describe, name="describe"),
    path("<uuid:child>/network/", describing.add_adult, name="add_adult"),
    path("<uuid:child>/network/<uuid:tie>/", describing.end_tie, name="end_tie"),
    path("<uuid:child>/advocate/", describing.name_advocate, name="advocate"),
    path("<uuid:child>/family/", describing.family, name="family"),
]
