"""Pages of what was said, and the talk."""

from django.urls import path

from heard.child.story.views import hands, one, say, turns, visit

urlpatterns = [
    path("children/<uuid:child>/say/", say.say, name="say"),
    path("children/<uuid:child>/visit/", visit.visit, name="visit"),
    path("said/<uuid:said>/", one.one, name="one"),
    path("said/<uuid:said>/who/", one.who, name="who"),
    path("said/<uuid:said>/talk/", turns.talk, name="talk"),
    path("said/<uuid:said>/pass-on/", turns.pass_on, name="pass_on"),
    path("said/<uuid:said>/answer/", turns.answer, name="answer"),
    path("said/<uuid:said>/tell/", turns.tell, name="tell"),
    path("said/<uuid:said>/their-word/", turns.their_word, name="their_word"),
    path("said/<uuid:said>/their-word/kept/", hands.word_kept, name="their_word_kept"),
    path("said/<uuid:said>/take-back/", turns.take_back, name="take_back"),
    path("said/<uuid:said>/left/", turns.left, name="left"),
]
