"""Words to codes: what the authority's own words about taking part in a review mean.

What needs polars is imported when it is asked for: it would add half a second to every start.
"""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heard.edges.imports.forms import MeaningForm
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.foundations.ui.words import plural

PER_PAGE = 50


@needs(P.SETTLE_REVIEWS)
def listing(request: StaffRequest) -> HttpResponse:
    """List the texts that wait, those that somebody decided, and those that Heard knows."""
    from heard.edges.imports.words_to_codes import presenters
    from heard.edges.imports.words_to_codes.texts import texts

    found = texts(request.user, clock.now())
    waiting = [text for text in found if text.meant is None]
    context = {
        "page": Paginator(waiting, PER_PAGE).get_page(request.GET.get("page")),
        "sources": presenters.SOURCE,
        "decided": [presenters.line(text) for text in found if text.decided_at],
        "known": [presenters.line(t) for t in found if t.meant is not None and not t.decided_at],
    }
    return render(request, "imports/words.html", context)


@needs(P.SETTLE_REVIEWS)
def one(request: StaffRequest, ref: str) -> HttpResponse:
    """Show one text, and take what it means."""
    from heard.edges.imports.operations.words import map_words
    from heard.edges.imports.words_to_codes import Meant, presenters
    from heard.edges.imports.words_to_codes.texts import one_text

    found = one_text(request.user, ref, clock.now())
    if found is None:
        raise Http404("There is no such text")
    form = MeaningForm(presenters.CHOICES, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {
            "text": found.text,
            "form": form,
            "facts": presenters.facts(found),
            "items": presenters.items(form["means"].value() or presenters.chosen(found.text)),
        }
        status = 422 if request.method == "POST" else 200
        return render(request, "imports/words_one.html", context, status=status)
    meant = Meant(*form.cleaned_data["means"].split(":"))
    changed = map_words(
        source=found.text.source, text=found.text.written, meant=meant,
        by=request.user.actor, at=clock.now(),
    )  # fmt: skip
    had = plural(changed, "review that Heard has is", "reviews that Heard has are")
    messages.success(request, f"Heard has learned what the text means. {had} changed.")
    return redirect("imports:words")
