from django.urls import path

from heard.foundations.reminders import views

app_name = "reminders"
urlpatterns = [
    path("", views.home, name="home"),
    path("alerts/", views.alerts, name="alerts"),
    path("alerts/<uuid:id>/seen/", views.see, name="see"),
]
