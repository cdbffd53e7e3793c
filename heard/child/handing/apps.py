from django.apps import AppConfig


class HandingConfig(AppConfig):
    name = "heard.child.handing"
    label = "handing"
