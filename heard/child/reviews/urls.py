"""Pages of reviews."""

from django.urls import path

from heard.child.reviews import views

app_name = "reviews"
urlpatterns = [
    path("children/<uuid:child>/reviews/", views.of_child, name="of_child"),
    path("children/<uuid:child>/reviews/plan/", views.plan, name="plan"),
    path("children/<uuid:child>/reviews/record/", views.record, name="record"),
    path("reviews/", views.mine, name="mine"),
    path("reviews/planned/<uuid:planned>/", views.record_planned, name="record_planned"),
    path("reviews/planned/<uuid:planned>/call-off/", views.call_off, name="call_off"),
    path("reviews/<uuid:review>/", views.one, name="one"),
    path("reviews/<uuid:review>/put-right/", views.put_right, name="put_right"),
    path("reviews/<uuid:review>/after/", views.after, name="after"),
    path("reviews/<uuid:review>/after/thanks/", views.after_thanks, name="after_thanks"),
    path(
        "reviews/<uuid:review>/after/<str:question>/", views.after_question, name="after_question"
    ),
    path("facts/review/<str:ref>/", views.fact, name="fact"),
]
