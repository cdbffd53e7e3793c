"""Asking how it is going: pages of staff, and those of the tablet in somebody's hands."""

from django.urls import path

from heard.child.feedback.views import asking, handing, one, paper, together

app_name = "feedback"
urlpatterns = [
    path("children/<uuid:child>/ask/", asking.ask, name="ask"),
    path("children/<uuid:child>/asked/together/", together.together, name="together"),
    path("asked/<uuid:form>/", one.one, name="one"),
    path("asked/<uuid:form>/paper/", paper.paper, name="paper"),
    path("asked/<uuid:form>/hasty/", one.hasty, name="hasty"),
    path("asked/<uuid:form>/share/", one.share, name="share"),
    path("asked/<uuid:form>/given-back/", handing.given_back, name="given_back"),
    path("hand/<uuid:form>/<str:step>/", handing.fill, name="fill"),
]
