"""Teams and workers, for the administrator; no page here shows a child."""

from django.urls import path

from heard.child.people.views import teams, workers

app_name = "teams"
urlpatterns = [
    path("", teams.teams, name="list"),
    path("add/", teams.add, name="add"),
    path("workers/", workers.workers, name="workers"),
    path("workers/add/", workers.add, name="add_worker"),
    path("workers/<uuid:worker>/", workers.worker, name="worker"),
    path("workers/<uuid:worker>/link/", workers.link, name="link"),
    path("workers/<uuid:worker>/unlink/", workers.unlink, name="unlink"),
    path("workers/<uuid:worker>/move/", workers.move, name="move"),
    path("<uuid:team>/", teams.team, name="one"),
    path("<uuid:team>/manager/", teams.manager, name="manager"),
    path("<uuid:team>/no-manager/", teams.no_manager, name="no_manager"),
]
