from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "heard.foundations.accounts"
    label = "accounts"

    def ready(self) -> None:
        from heard.foundations.accounts import signals

        signals.connect()
