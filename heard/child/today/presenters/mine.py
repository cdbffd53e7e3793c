"""Today, the worker's page."""

from datetime import date
from typing import Any
from uuid import UUID

from heard.child.people.presenters import LEVEL_WORDS, called
from heard.child.today.presenters.items import Item, item
from heard.child.today.queries.mine import Mine
from heard.child.today.rules import sort_out
from heard.foundations.ui.words import day


def mine(found: Mine, today: date) -> dict[str, Any]:
    """Return what waits for a worker, part by part; those who need someone soon stand first."""
    parts = {
        name: [item(row, today) for row in rows] for name, rows in sort_out(found.held).items()
    }
    new = sorted(parts["new"], key=lambda one: not one.soon)
    answer = [one for one in parts["to_answer"] if not one.promise]
    return {
        "new": new,
        "talks": by_child(parts["to_talk_over"]),
        "answer": answer,
        "promises": [one for one in parts["to_answer"] if one.promise],
        "tell": parts["to_tell"],
        "more": found.held_in_all - len(found.held),
        "due": [(c.pk, called(c), day(due.due_day), due.overdue) for c, due in found.due],
        "reviews": [
            (r.child.pk, called(r.child), LEVEL_WORDS[r.plan_type], day(r.due), r.overdue)
            for r in found.reviews
        ],
    }


def by_child(items: list[Item]) -> list[list[Item]]:
    """Return what waits, a child's things together, in the order of the first of each."""
    found: dict[UUID, list[Item]] = {}
    for one in sorted(items, key=lambda one: not one.soon):
        found.setdefault(one.child, []).append(one)
    return list(found.values())
