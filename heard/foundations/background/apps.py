from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "heard.foundations.background"
    label = "background"
