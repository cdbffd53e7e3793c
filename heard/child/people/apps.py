from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "heard.child.people"
    label = "people"
