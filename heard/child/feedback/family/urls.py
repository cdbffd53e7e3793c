"""Pages of the family door. No name and no code but the one in the link itself."""

from django.urls import path

from heard.child.feedback.family.views import entering, form

app_name = "family"
urlpatterns = [
    path("", entering.enter, name="enter"),
    path("open/", entering.open_it, name="open"),
    path("later/", entering.later, name="later"),
    path("on/<uuid:link>/", entering.on, name="on"),
    path("on/<uuid:link>/not-today/", form.not_today, name="not_today"),
    path("on/<uuid:link>/no/", form.no, name="no"),
    path("on/<uuid:link>/<str:step>/", form.step, name="step"),
    path("<str:code>/", entering.by_link, name="link"),
]
