"""The family door: pages that a person opens with a link or a printed code, and nothing else.

No staff page, no staff session and no staff middleware is behind it.
"""

from django.urls import include, path

URLS = "heard.config.doors.family"
MIDDLEWARE = (
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "heard.child.feedback.family.middleware.OwnPagesOnly",
)
urlpatterns = [path("family/", include("heard.child.feedback.family.urls"))]

handler400 = "heard.child.feedback.family.views.errors.bad_request"
handler403 = "heard.child.feedback.family.views.errors.not_from_here"
handler404 = "heard.child.feedback.family.views.errors.not_found"
handler500 = "heard.child.feedback.family.views.errors.failed"
