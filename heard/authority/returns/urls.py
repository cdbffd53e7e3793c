"""Addresses of the pages of returns and of the voice plan."""

from django.urls import path

from heard.authority.returns.views import (
    building,
    comparing,
    delegates,
    facts,
    pages,
    plan,
    signing,
    taking_out,
)

app_name = "returns"
ONE = "returns/<str:year>/<int:number>/"

urlpatterns = [
    path("returns/", pages.returns, name="list"),
    path("returns/build/", building.build, name="build"),
    path("returns/delegates/", delegates.delegates, name="delegates"),
    path("returns/delegates/<uuid:naming>/end/", delegates.end, name="end_delegation"),
    path(ONE, pages.one, name="one"),
    path(f"{ONE}facts/<str:item>/", facts.facts, name="facts"),
    path(f"{ONE}checks/<str:code>/", facts.records, name="records"),
    path(f"{ONE}explain/", building.explain, name="explain"),
    path(f"{ONE}correct/", building.correct, name="correct"),
    path(f"{ONE}set-aside/", building.set_aside, name="set_aside"),
    path(f"{ONE}checks/<str:code>/accept/", signing.accept, name="accept"),
    path(f"{ONE}sign/", signing.sign, name="sign"),
    path(f"{ONE}today/", comparing.with_today, name="with_today"),
    path(f"{ONE}changes/", comparing.with_earlier, name="with_earlier"),
    path(f"{ONE}take-out/", taking_out.files, name="take_out"),
    path(f"{ONE}take-out/<str:file>/", taking_out.download, name="download"),
    path("voice-plan/", plan.plans, name="voice_plan"),
    path("voice-plan/<str:year>/", plan.plan, name="voice_plan_of"),
]
