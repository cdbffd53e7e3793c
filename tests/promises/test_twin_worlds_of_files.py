"""Two worlds that differ in one hidden thing that Maya said give the same files, to the byte.

A copy of Maya's story is made by nobody but her worker and the worker's manager. Sam's copy of
Ada's story, and every file of a return that Olu takes out, are the same in both worlds.
"""

from collections.abc import Callable

import pytest
from django.db import transaction

from heard.authority.returns.presenters.files import KINDS
from tests.cast import Cast
from tests.promises.samples import signed_in
from tests.promises.test_twin_worlds import WORDS, maya_says, nothing
from tests.promises.twin_worlds import prepared, without_chance

pytestmark = pytest.mark.django_db
NOT_HERS = ("visitor", "Tom", "Olu", "Lena", "Sam", "Kit", "Dev", "Ivor", "Dana")
File = tuple[str, int, bytes]


def files(hidden: Callable[[Cast], object]) -> list[File]:
    """Return what everybody gets who asks for a file in one world."""
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        cast, samples = prepared()
        hidden(cast)
        got = [copy_of("Maya", cast, who) for who in NOT_HERS] + [copy_of("Ada", cast, "Sam")]
        got.append(copy_of("Maya", cast, "Priya"))
        olu = signed_in(cast, "Olu")
        for kind in KINDS:
            arguments = samples.arguments("returns:download", "Olu")
            without_chance(patch)
            page = "/returns/{year}/{number}/take-out/{file}/".format(**{**arguments, "file": kind})
            answer = olu.get(page)
            got.append((page, answer.status_code, answer.content))
        transaction.set_rollback(True)
    return got


def copy_of(name: str, cast: Cast, who: str) -> File:
    """Ask for a copy of a child's story, made for the child."""
    child = cast.children[name].pk
    with pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        sent = {"recipient": "child", "why": "They asked for what they said", "checked": "on"}
        answer = signed_in(cast, who).post(f"/children/{child}/story/copy/", sent)
        return f"{who}: {name}", answer.status_code, answer.content


def test_every_file_is_the_same_whatever_maya_said() -> None:
    kept, said = files(nothing), files(lambda cast: maya_says(cast, WORDS))
    assert {status for _, status, _ in kept[: len(NOT_HERS)]} <= {302, 404}
    made = {name: content[:5] for name, status, content in kept if status == 200}
    letters = {name for name, begins in made.items() if begins == b"%PDF-"}
    assert letters == {"Sam: Ada", "Priya: Maya", "/returns/2026-27/1/take-out/pdf/"}
    # The control: her worker's copy for Maya holds what she said, and nothing else differs.
    differ = [one[0] for one, other in zip(kept, said, strict=True) if one != other]
    assert differ == ["Priya: Maya"]
