"""Bringing files in: send them, see what would change, say so, see what changed.

What needs polars is imported when it is asked for: it would add half a second to every start.
"""

from contextlib import suppress
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from heard.child.reviews.settling import how_many_to_settle
from heard.edges.imports import presenters, queries, tasks
from heard.edges.imports.forms import FilesForm
from heard.edges.imports.incoming.place import Place
from heard.edges.imports.incoming.upload import Quota, RefusedFiles, keep
from heard.edges.imports.operations import waiting
from heard.edges.imports.operations.runs import NotWaiting, files_sent
from heard.foundations.access.once import once
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, limits_what_it_reads, needs
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7

PER_PAGE = 25
STOPPED_AFTER = 120  # seconds without a sign of life
TOO_BIG = "These files are more than 200 MB together. Send the tables of one return only."


@needs(P.IMPORT)
def listing(request: StaffRequest) -> HttpResponse:
    """List the imports, and what waits for somebody."""
    from heard.edges.imports.words_to_codes.texts import waiting as waiting_texts

    page = Paginator(queries.runs(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [presenters.line(run) for run in page],
        "aside": queries.waiting_rows(),
        "to_close": queries.runs_with_closings(),
        "to_decide": queries.children_to_decide(),
        "to_settle": how_many_to_settle(),
        "words": waiting_texts(),
        "may_settle": request.user.may(P.SETTLE_REVIEWS),
    }
    return render(request, "imports/list.html", context)


@needs(P.IMPORT)
@limits_what_it_reads
@csrf_exempt
def new(request: StaffRequest) -> HttpResponse:
    """Take files. The limit on their size stands before anything reads them, so before the CSRF
    check too, which `_new` makes.
    """
    request.upload_handlers = [Quota(request)]
    return once(request, str(request.user.pk), lambda: _new(request))


@csrf_protect
def _new(request: HttpRequest) -> HttpResponse:
    sent = request.method == "POST"
    form = FilesForm(request.POST, request.FILES) if sent else FilesForm()
    if sent and getattr(request, "too_big", False):
        form.add_error("files", TOO_BIG)
    if not sent or not form.is_valid():
        return render(request, "imports/new.html", {"form": form}, status=422 if sent else 200)
    run = uuid7()
    place = Place(run)
    try:
        keep(form.cleaned_data["files"], place)
    except RefusedFiles as refused:
        form.add_error("files", str(refused))
        return render(request, "imports/new.html", {"form": form}, status=422)
    waiting.receive(
        run=run,
        kind=form.cleaned_data["kind"],
        files=files_sent(place.files),
        enqueue=_look,
        by=request.user.actor,  # type: ignore[union-attr]  # `new` is behind @needs
        at=clock.now(),
    )
    return redirect("imports:run", run=run)


def _look(run: UUID) -> None:
    tasks.look.enqueue(str(run))


@needs(P.IMPORT)
def one(request: StaffRequest, run: UUID) -> HttpResponse:
    """Show one import: how far it is, what it would change, or what it changed."""
    try:
        row = queries.run(request.user, run)
    except queries.NO_RUN as missing:
        raise Http404("There is no such import") from missing
    summary = presenters.summary_of(row)
    far = Place(row.pk).how_far()
    context = {
        "run": row,
        "line": presenters.line(row),
        "files": presenters.files_of(row),
        "summary": summary,
        "table": presenters.counts_table(summary),
        "changes": presenters.changes_table(summary),
        "waiting": queries.waiting_closings(row.pk),
        "decided": presenters.decided(queries.decided_closings(row.pk)),
        "bad_rows": presenters.bad_rows(summary),
        "moving": row.state in presenters.MOVING,
        "far": far,
        "stopped": row.state in presenters.MOVING and far.quiet > STOPPED_AFTER,
    }
    return render(request, "imports/run.html", context)


@needs(P.IMPORT)
@require_POST
def bring_in(request: StaffRequest, run: UUID) -> HttpResponse:
    """Say "bring it in"."""
    Place(run).forget_how_far()
    return _move(request, run, "ask")


@needs(P.IMPORT)
@require_POST
def again(request: StaffRequest, run: UUID) -> HttpResponse:
    """Put an import in line again whose worker stopped."""
    return _move(request, run, "start_again")


def _move(request: StaffRequest, run: UUID, name: str) -> HttpResponse:
    actor = request.user.actor

    def enqueue(id: UUID) -> None:
        tasks.look.enqueue(str(id))
        tasks.load.enqueue(str(id), list(actor))

    with suppress(NotWaiting):  # somebody was first: the page says how it stands
        getattr(waiting, name)(run=run, enqueue=enqueue, by=actor, at=clock.now())
    return redirect("imports:run", run=run)


@needs(P.IMPORT)
@require_POST
def discard(request: StaffRequest, run: UUID) -> HttpResponse:
    """Say that the files are not brought in; they are removed."""
    try:
        waiting.discard(run=run, by=request.user.actor, at=clock.now())
    except NotWaiting:
        return redirect("imports:run", run=run)
    Place(run).remove()
    return redirect("imports:run", run=run)


@needs(P.IMPORT)
@require_POST
def close(request: StaffRequest, run: UUID) -> HttpResponse:
    """Agree that the work of those who are not in an extract any more ends."""
    from heard.edges.imports.operations import closings

    with suppress(NotWaiting):  # somebody was first: the page says how it stands
        closings.agree(run=run, by=request.user.actor, at=clock.now())
    return redirect("imports:run", run=run)


@needs(P.IMPORT)
@require_POST
def keep_open(request: StaffRequest, run: UUID) -> HttpResponse:
    """Say that their work stays open: the extract was not whole."""
    from heard.edges.imports.operations import closings

    with suppress(NotWaiting):
        closings.refuse(run=run, by=request.user.actor, at=clock.now())
    return redirect("imports:run", run=run)
