from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "heard.child.reviews"
    label = "reviews"

    def ready(self) -> None:
        from heard.child.people import permissions
        from heard.child.reviews.permissions import chairs_a_review

        permissions.FURTHER.append(chairs_a_review)
