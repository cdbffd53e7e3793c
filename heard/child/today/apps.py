from django.apps import AppConfig


class TodayConfig(AppConfig):
    name = "heard.child.today"
    label = "today"
