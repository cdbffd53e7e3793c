from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "heard.foundations.access"
    label = "access"
