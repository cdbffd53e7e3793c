"""Pages of points and their answers."""

from django.urls import path

from heard.child.evidence import views

app_name = "evidence"
urlpatterns = [
    path("children/<uuid:child>/heard/", views.of_child, name="of_child"),
    path("children/<uuid:child>/heard/assessment/", views.put_up, name="put_up"),
    path("heard/", views.waiting, name="waiting"),
    path("heard/assessments/<uuid:assessment>/", views.authorise, name="authorise"),
    path("heard/<uuid:point>/", views.answer, name="answer"),
    path("heard/<uuid:point>/said/<uuid:said>/", views.piece, name="piece"),
    path("facts/point/<str:ref>/", views.fact, name="fact"),
]
