"""The staff door: every page that staff can open."""

from django.urls import include, path

from heard.config.doors.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("heard.foundations.accounts.urls")),
    path("", include("heard.child.today.urls")),
    path("", include("heard.foundations.reminders.urls")),
    path("", include("heard.foundations.audit.urls")),
    path("", include("heard.foundations.deployment.urls")),
    path("children/", include("heard.child.people.urls")),
    path("teams/", include("heard.child.people.urls.teams")),
    path("", include("heard.child.handing.urls")),
    path("", include("heard.child.feedback.urls")),
    path("", include("heard.child.reviews.urls")),
    path("", include("heard.child.evidence.urls")),
    path("", include("heard.child.asking_due.urls")),
    path("", include("heard.child.feedback.family.making.urls")),
    path("", include("heard.child.feedback.wordings.urls")),
    path("", include("heard.child.story.urls")),
    path("", include("heard.foundations.ui.urls")),
    path("", include("heard.authority.returns.urls")),
    path("", include("heard.edges.imports.urls")),
]

handler400 = "heard.foundations.ui.errors.bad_request"
handler403 = "heard.foundations.ui.errors.not_allowed"
handler404 = "heard.foundations.ui.errors.not_found"
handler500 = "heard.foundations.ui.errors.failed"
