from django.apps import AppConfig


class DeploymentConfig(AppConfig):
    name = "heard.foundations.deployment"
    label = "deployment"
