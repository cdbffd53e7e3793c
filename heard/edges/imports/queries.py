"""What imports read of their own tables."""

from heard.edges.imports.models import SetAsideReview


def set_aside_reviews() -> list[str]:
    """Return the ids (32 hex digits) of the reviews that a person set aside when settling."""
    return [review.hex for review in SetAsideReview.objects.values_list("review", flat=True)]
