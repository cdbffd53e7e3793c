from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "heard.foundations.ui"
    label = "ui"
