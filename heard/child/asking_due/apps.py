from django.apps import AppConfig


class AskingDueConfig(AppConfig):
    name = "heard.child.asking_due"
    label = "asking_due"
