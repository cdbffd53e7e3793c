"""Taking the device back."""

from django.urls import path

from heard.child.handing import views

app_name = "handing"
urlpatterns = [path("hand/back/", views.give_back, name="give_back")]
