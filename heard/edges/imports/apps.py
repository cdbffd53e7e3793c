from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "heard.edges.imports"
    label = "imports"
