from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "heard.child.reviews"
    label = "reviews"
