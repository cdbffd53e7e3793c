from django.urls import path

from heard.foundations.deployment import views

app_name = "deployment"
urlpatterns = [path("settings/", views.settings, name="settings")]
