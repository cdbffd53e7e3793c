from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "heard.authority.returns"
    label = "returns"
