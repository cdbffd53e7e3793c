"""Building a return: its figures, its facts, its checks, its last day."""

from datetime import date
from pathlib import Path

import pytest

from heard.authority.returns.models import FactGroup, ReturnFact, ReturnVersion
from heard.authority.returns.operations import gather
from heard.authority.returns.queries import versions
from heard.authority.returns.rules.days import BadReturn
from heard.foundations.audit.models import AuditEvent
from heard.kernel.return_spec.checks import checks_of
from tests.cast import TODAY, Cast
from tests.independent.count import count_folder
from tests.unit.authority.returns import world
from tests.unit.authority.returns.world import AREA, AS_OF, YEAR, built


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_return_says_what_an_independent_count_says(
    cast: Cast, tmp_path: Path, seed: int
) -> None:
    folder = world.a_year_of_facts(tmp_path, seed=seed)
    assert world.items(built(cast)) == count_folder(folder, YEAR.label, AS_OF)


def test_the_hash_follows_the_recipe_of_the_rules(cast: Cast, facts: Path) -> None:
    import hashlib
    import json

    whole = versions.whole(built(cast))
    said = {key: whole[key] for key in ("reporting_year", "as_of", "authority", "items")}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert whole["content_hash"] == hashlib.sha256(text.encode()).hexdigest()
    assert whole["authority"] == AREA
    assert whole["as_of"] == "2026-11-22"


def test_building_again_replaces_the_draft_and_its_facts(cast: Cast, facts: Path) -> None:
    first = built(cast)
    kept = ReturnFact.objects.count()
    again = built(cast)
    assert (again.pk, again.number) == (first.pk, 1)
    assert ReturnFact.objects.count() == kept > 50
    assert ReturnVersion.objects.count() == 1
    assert AuditEvent.objects.filter(verb="returns.built").count() == 2


def test_groups_say_where_the_facts_stand(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    for group in FactGroup.objects.filter(version=draft):
        span = (group.first, group.first + group.size - 1)
        rows = ReturnFact.objects.filter(version=draft, position__range=span)
        same = {(f.item, f.line, f.counted, f.rule) for f in rows}
        assert same == {(group.item, group.line, group.counted, group.rule)}
        assert len(rows) == group.size


def test_each_figure_is_the_number_of_its_facts(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    table = world.items(draft)["2b"]["by_plan"]
    for plan, lines in table.items():
        for code in ("PN1", "PN5", "uncoded"):
            rows = ReturnFact.objects.filter(version=draft, item="2b", line=plan, counted=code)
            assert rows.count() == lines[code]["count"]


def test_every_check_that_finds_something_is_kept_with_its_records(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    codes = {check.code for check, _ in versions.checks(draft)}
    assert codes <= {check.code for check in checks_of(YEAR)}
    assert {"review-not-coded", "plan-not-published"} <= codes
    for check, _ in versions.checks(draft):
        assert 0 < draft.records.filter(code=check.code).count() <= check.count


def test_a_day_that_is_not_over_is_refused_in_words(cast: Cast) -> None:
    with pytest.raises(BadReturn, match="23 November 2026, because today is not over"):
        built(cast, as_of=TODAY)
    assert not ReturnVersion.objects.exists()


def test_yesterday_unless_a_day_is_said(cast: Cast, facts: Path) -> None:
    assert built(cast).as_of == AS_OF
    earlier = built(cast, as_of=date(2025, 9, 30))
    assert list(world.items(earlier)["2c"]["quarter_ends"]) == ["2025-06-30", "2025-09-30"]


def test_a_return_whose_facts_and_counts_disagree_is_not_built(
    cast: Cast, facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = gather.evidence_counted.tally

    def one_more(year, as_of):
        counts = true(year, as_of)
        counts["assessment"]["yes"] += 1
        return counts

    monkeypatch.setattr(gather.evidence_counted, "tally", one_more)
    with pytest.raises(BadReturn, match="2a assessment: facts"):
        built(cast)
    assert not ReturnVersion.objects.exists()
