from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "heard.foundations.accounts"
    label = "accounts"
