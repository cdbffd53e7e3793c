from django.apps import AppConfig


class StoryConfig(AppConfig):
    name = "heard.child.story"
    label = "story"
