"""Long: five thousand more attacks on the trail, with seeds of their own (S8)."""

import random
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from heard.foundations.audit.verify import verify
from tests.emptying import triggers_off
from tests.unit.foundations.audit.tampering import ATTACKS
from tests.unit.foundations.audit.test_tampering import undone
from tests.unit.foundations.audit.trail import build

pytestmark = [pytest.mark.soak, pytest.mark.django_db]


@pytest.mark.parametrize("seed", range(100, 110))
def test_every_attack_is_found(seed: int, settings: Settings, tmp_path: Path) -> None:
    settings.AUDIT_HEADS, settings.KEYS = str(tmp_path / "heads"), tmp_path / "keys"
    trail, dice, missed = build(), random.Random(seed), []
    for _ in range(500):
        attack = dice.choice(ATTACKS)
        with undone():
            with triggers_off(connection), connection.cursor() as cursor:
                said = attack(cursor, dice, trail)
            if verify().whole:
                missed.append(said)
    assert missed == []
    assert verify().whole
