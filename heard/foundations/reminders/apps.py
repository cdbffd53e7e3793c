from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "heard.foundations.reminders"
    label = "reminders"
