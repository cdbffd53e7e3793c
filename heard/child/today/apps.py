from django.apps import AppConfig


class TodayConfig(AppConfig):
    name = "heard.child.today"
    label = "today"

    def ready(self) -> None:
        """Let the list of children say what waits for each."""
        from heard.child.people.queries import WAITS
        from heard.child.today.queries.children import what_waits

        WAITS.append(what_waits)
