"""What somebody who may do anything in the database, but has no key, can do to the trail.

Every attack takes a cursor, dice and the trail, changes something, and says in words what.
"""

import hashlib
import hmac
import json
import random
import unicodedata
from collections.abc import Callable
from typing import Any

from heard.foundations.audit.chain import SEALED
from tests.unit.foundations.audit.trail import Trail

Attack = Callable[[Any, random.Random, Trail], str]
T = "audit_auditevent"
COLUMNS = (*SEALED, "mac")
TEXTS = [c for c in COLUMNS if c not in {"seq", "key"}]
QUOTED = ", ".join(f'"{c}"' for c in COLUMNS)


def rows(cursor: Any, where: str = "true") -> list[dict[str, Any]]:
    cursor.execute(f"SELECT {QUOTED} FROM {T} WHERE {where} ORDER BY seq")
    return [dict(zip(COLUMNS, row, strict=True)) for row in cursor.fetchall()]


def put(cursor: Any, wanted: list[dict[str, Any]]) -> None:
    marks = ", ".join(["%s"] * len(COLUMNS))
    values = [[row[c] for c in COLUMNS] for row in wanted]
    cursor.executemany(f"INSERT INTO {T} ({QUOTED}) VALUES ({marks})", values)


def replace(cursor: Any, wanted: list[dict[str, Any]]) -> None:
    """Put other rows in the place of those with the same numbers."""
    numbers = ", ".join(str(row["seq"]) for row in wanted)
    cursor.execute(f"DELETE FROM {T} WHERE seq IN ({numbers})")
    put(cursor, wanted)


def relink(found: list[dict[str, Any]], start: int, dice: random.Random) -> list[dict[str, Any]]:
    """Number and seal rows anew from a place on, as well as one can without the key."""
    prev = found[start - 2]["mac"] if start > 1 else "0" * 64
    for seq, row in enumerate(found[start - 1 :], start):
        row.update(seq=seq, prev=prev)
        text = json.dumps([row[c] for c in SEALED], ensure_ascii=False).encode()
        no_key = [b"", b"audit-1.key", str(dice.random()).encode()]
        row["mac"] = hmac.new(dice.choice(no_key), text, hashlib.sha256).hexdigest()
        prev = row["mac"]
    return found


def set_end(cursor: Any, **values: Any) -> None:
    names = ", ".join(f'"{name}" = %s' for name in values)
    cursor.execute(f"UPDATE audit_audithead SET {names}", list(values.values()))


def end_fits(cursor: Any) -> None:
    """Make the row of the end say what the last event says."""
    last = rows(cursor)[-1]
    set_end(cursor, seq=last["seq"], mac=last["mac"])


def other_text(old: str, dice: random.Random, others: list[str]) -> str:
    """Return another text: a letter, a space, a case, a look-alike, or somebody else's."""
    place = dice.randrange(len(old) + 1)
    ways = [
        old + dice.choice([" ", "\n", "\u200b", "\u00a0", "x"]),
        dice.choice([" ", "\t"]) + old,
        old.swapcase(),
        old.replace("a", "\u0430").replace("e", "\u0435"),
        unicodedata.normalize("NFD", old),
        unicodedata.normalize("NFC", old),
        old[:place] + dice.choice("abc019 ") + old[place + 1 :],
        old[:place] + old[place + 1 :],
        old.replace(", ", ","),
        old.replace("1", "01"),
        "" if old else "{}",
        dice.choice(others),
    ]
    return dice.choice([w for w in ways if w != old] or [old + "x"])


def edit(cursor: Any, dice: random.Random, trail: Trail) -> str:
    found = rows(cursor)
    row, column = dice.choice(found), dice.choice(TEXTS)
    new = other_text(row[column], dice, [r[column] for r in found])
    cursor.execute(f'UPDATE {T} SET "{column}" = %s WHERE seq = %s', [new, row["seq"]])
    return f"edit {column} of {row['seq']}: {row[column]!r} -> {new!r}"


def edit_number(cursor: Any, dice: random.Random, trail: Trail) -> str:
    found = rows(cursor)
    row = dice.choice(found)
    if dice.random() < 0.3:
        cursor.execute(f"UPDATE {T} SET key = 3 - key WHERE seq = %s", [row["seq"]])
        return f"other key number for {row['seq']}"
    new = dice.choice([0, -row["seq"], len(found) + dice.randint(1, 9), row["seq"] + 10**9])
    cursor.execute(f"UPDATE {T} SET seq = %s WHERE seq = %s", [new, row["seq"]])
    if dice.random() < 0.5:
        end_fits(cursor)
    return f"number {row['seq']} -> {new}"


def edit_and_seal(cursor: Any, dice: random.Random, trail: Trail) -> str:
    """Change an event, and seal it and all after it with a key of one's own."""
    found = rows(cursor)
    place = dice.randint(1, len(found))
    found[place - 1]["data"] = '{"nothing": true}'
    replace(cursor, relink(found, place, dice)[place - 1 :])
    end_fits(cursor)
    return f"edit {place} and seal all from it without the key"


def delete(cursor: Any, dice: random.Random, trail: Trail) -> str:
    n = len(rows(cursor))
    first = dice.randint(1, n)
    last = min(n, first + dice.choice([0, 0, 1, 5, 40]))
    cursor.execute(f"DELETE FROM {T} WHERE seq BETWEEN %s AND %s", [first, last])
    fitted = dice.random() < 0.5 and n > last - first + 1
    if fitted:
        end_fits(cursor)
    return f"delete {first} to {last}, end fitted: {fitted}"


def delete_and_close(cursor: Any, dice: random.Random, trail: Trail) -> str:
    """Delete an event and move up all after it, with or without new seals."""
    found = rows(cursor)
    place, sealing = dice.randint(1, len(found) - 1), dice.random() < 0.5
    del found[place - 1]
    if sealing:
        relink(found, place, dice)
    else:
        for seq, row in enumerate(found, 1):
            row["seq"] = seq
    cursor.execute(f"DELETE FROM {T} WHERE seq >= %s", [place])
    put(cursor, found[place - 1 :])
    end_fits(cursor)
    return f"delete {place}, close the gap, new seals: {sealing}"


def insert(cursor: Any, dice: random.Random, trail: Trail) -> str:
    """Put an event in at a place: a copy or an invention; make room if need be."""
    found = rows(cursor)
    place, new = dice.randint(1, len(found) + 1), dict(dice.choice(found))
    if dice.random() < 0.5:
        new.update(verb="record.read", actor_name="Somebody else", data="{}")
    found.insert(place - 1, new)
    if dice.random() < 0.5:
        relink(found, place, dice)
    else:
        for seq, row in enumerate(found, 1):
            row["seq"] = seq
    cursor.execute(f"DELETE FROM {T} WHERE seq >= %s", [place])
    put(cursor, found[place - 1 :])
    end_fits(cursor)
    return f"insert at {place}"


def reorder(cursor: Any, dice: random.Random, trail: Trail) -> str:
    found = rows(cursor)
    a, b = sorted(dice.sample(range(len(found)), 2))
    kept = dice.choice([("seq",), ("seq", "prev"), ("seq", "prev", "mac"), ("seq", "at")])
    fixed = [{c: row[c] for c in kept} for row in found]
    if dice.random() < 0.5:
        found[a], found[b] = found[b], found[a]
    else:
        b = min(len(found) - 1, a + 2 + dice.randrange(20))
        found[a : b + 1] = found[a : b + 1][::-1]
    moved = [{**row, **keep} for row, keep in zip(found, fixed, strict=True)]
    replace(cursor, moved[a : b + 1])
    return f"reorder {a + 1} to {b + 1}, keeping {kept}"


def cut(cursor: Any, dice: random.Random, trail: Trail) -> str:
    """Cut the tail and put the row of the end back as it was then."""
    old = dice.choice(trail.ends[:-1])
    cursor.execute(f"DELETE FROM {T} WHERE seq > %s", [old["seq"]])
    set_end(cursor, **old)
    return f"cut after {old['seq']}, old end put back"


def end_row(cursor: Any, dice: random.Random, trail: Trail) -> str:
    """Change only the row of the end."""
    way = dice.choice(["old", "heads", "gone", "seal", "heads_seal", "key"])
    if way == "old":
        set_end(cursor, **dice.choice(trail.ends[:-1]))
    elif way == "gone":
        cursor.execute("DELETE FROM audit_audithead")
    elif way in {"heads", "key"}:
        set_end(cursor, **{way: dice.choice([0, 1, 99])})
    else:
        set_end(cursor, **{way: dice.choice(["", "f" * 64])})
    return f"end: {way}"


ATTACKS: list[Attack] = [
    edit, edit, edit, edit_number, edit_and_seal, delete, delete_and_close,
    insert, reorder, reorder, cut, end_row,
]  # fmt: skip
