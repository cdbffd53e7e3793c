"""Addresses of the pages that bring files in and take them out."""

from django.urls import path

from heard.edges.imports.views import deciding, out, quarantine, runs, settling, words

app_name = "imports"

urlpatterns = [
    path("imports/", runs.listing, name="list"),
    path("imports/new/", runs.new, name="new"),
    path("imports/run/<uuid:run>/", runs.one, name="run"),
    path("imports/run/<uuid:run>/bring-in/", runs.bring_in, name="bring_in"),
    path("imports/run/<uuid:run>/discard/", runs.discard, name="discard"),
    path("imports/run/<uuid:run>/again/", runs.again, name="again"),
    path("imports/run/<uuid:run>/close/", runs.close, name="close"),
    path("imports/run/<uuid:run>/keep-open/", runs.keep_open, name="keep_open"),
    path("imports/quarantine/", quarantine.listing, name="quarantine"),
    path("imports/quarantine/<uuid:row>/", quarantine.one, name="quarantined"),
    path("imports/words/", words.listing, name="words"),
    path("imports/words/<str:ref>/", words.one, name="words_one"),
    path("imports/children/", deciding.listing, name="decide"),
    path("imports/children/<uuid:row>/", deciding.one, name="decide_one"),
    path("imports/settle/", settling.listing, name="settle"),
    path(
        "imports/settle/<uuid:child_id>/<str:plan>/<str:day>/",
        settling.one,
        name="settle_one",
    ),
    path("take-out/", out.choose, name="out"),
    path("take-out/facts/", out.facts, name="out_facts"),
    path("take-out/reviews/<str:year>/", out.reviews, name="out_reviews"),
    path("take-out/reviews/<str:year>/<str:kind>/", out.download, name="out_download"),
]
