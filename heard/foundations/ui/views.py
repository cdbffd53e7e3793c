"""Pages that hold no record: the gallery of components, the accessibility statement, help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.foundations.access.views import open_to
from heard.foundations.ui import gallery as shown


@open_to("everyone", why="The component gallery shows no record")
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component in one of the four looks (?look=child), in either direction."""
    look = request.GET.get("look", "staff")
    side = request.GET.get("dir", "ltr")
    context = {
        "look": look if look in shown.LOOKS else "staff",
        "dir": side if side in shown.DIRECTIONS else "ltr",
        "looks": shown.LOOKS,
        "form": shown.GalleryForm(shown.SENT, initial={}),
        "file_form": shown.FileForm(),
        "page": shown.page(),
    }
    return render(request, "ui/gallery/index.html", context)


@open_to("everyone", why="The accessibility statement shows no record")
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what works for whom, what does not yet, and where to turn."""
    return render(request, "ui/pages/accessibility.html")


@open_to("everyone", why="Help shows no record")
def help_page(request: HttpRequest) -> HttpResponse:
    """Say how Heard works and where to turn."""
    return render(request, "ui/pages/help.html")
