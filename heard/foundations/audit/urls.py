from django.urls import path

from heard.foundations.audit import views

app_name = "audit"
urlpatterns = [path("audit/", views.check, name="check")]
