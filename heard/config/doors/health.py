"""Is Heard up, and can it reach its database?"""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from heard.foundations.access.views import open_to


@open_to("everyone", why="Says only that the service and its database answer")
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer {"ok": true}; the database was asked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"ok": True})
