"""The forms of the authority: for the administrator."""

from django.urls import path

from heard.child.feedback.wordings import views

ONE = "forms/<str:key>/<int:version>/<str:language>/"
app_name = "wordings"
urlpatterns = [
    path("forms/", views.every, name="list"),
    path("forms/bring/", views.bring, name="bring"),
    path(ONE, views.one, name="one"),
    path(f"{ONE}asked/", views.asked, name="asked"),
    path(f"{ONE}file/", views.file, name="file"),
    path(f"{ONE}change/", views.change, name="change"),
    path(f"{ONE}translate/", views.translate, name="translate"),
    path(f"{ONE}withdraw/", views.withdraw, name="withdraw"),
]
