"""Pages of what waits: for a worker, for a team, in supervision, on duty."""

from django.urls import path

from heard.child.today.views import bring, duty, mine, team

app_name = "today"
urlpatterns = [
    path("", mine.home, name="home"),
    path("team/", team.team, name="team"),
    path("team/<uuid:worker>/", team.supervision, name="supervision"),
    path("team/<uuid:worker>/said/<uuid:said>/", team.one, name="supervised"),
    path("team/<uuid:worker>/brought/<uuid:brought>/", team.talked, name="talked"),
    path("said/<uuid:said>/supervision/", bring.bring, name="bring"),
    path("duty/", duty.duty, name="duty"),
    path("duty/<uuid:said>/", duty.on_it, name="on_it"),
]
