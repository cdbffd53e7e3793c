"""What a child said about how the work is going counts as an asking, and its talk as the talk."""

from heard.child.asking_due.models import Asking, Talk
from heard.child.voice import operations as voice
from heard.child.voice.operations import Talk as TalkedAbout
from tests.cast import TODAY, Cast
from tests.unit.child.voice.made import said, who


def test_a_reply_is_an_asking_and_the_talk_finishes_it(cast: Cast) -> None:
    row = said(cast, asked=True, way="drawing")
    asking = Asking.objects.get()
    assert (asking.filled_in_how, asking.asked_of, asking.declined) == ("drawing", "child", False)
    voice.talk_over(said=row.pk, talk=TalkedAbout(about="Her picture"), **who(cast, "Priya"))
    assert Talk.objects.get().talked_on == TODAY


def test_theo_is_a_young_person(cast: Cast) -> None:
    said(cast, child="Theo", asked=True)
    assert Asking.objects.get().asked_of == "young_person"


def test_something_said_by_itself_is_no_asking(cast: Cast) -> None:
    said(cast)
    said(cast, asked=True, adult=cast.adults["Nan"].pk)
    assert not Asking.objects.exists()
