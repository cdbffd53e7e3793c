from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "heard.child.meetings"
    label = "meetings"
