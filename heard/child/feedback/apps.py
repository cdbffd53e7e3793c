from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "heard.child.feedback"
    label = "feedback"
