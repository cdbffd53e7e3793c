"""A change comes from a page of this door, or it does not come in."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


class OwnPagesOnly:
    """Refuse forms that another site sends, by what browsers say of where a form comes from.

    There is no token that grows old while somebody thinks about their words: a page left open for
    days still sends. The cookie is SameSite=Strict, which holds the same a second time.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE and not _from_here(request):
            raise PermissionDenied("This did not come from a page of Heard")
        response = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


def _from_here(request: HttpRequest) -> bool:
    """Both headers are the browser's own word; a form without either came from no browser."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    if site not in (None, "same-origin") or (origin is not None and origin not in ours):
        return False
    return site is not None or origin is not None
