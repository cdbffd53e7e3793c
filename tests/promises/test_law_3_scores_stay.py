"""Law 3: no score, average, ranking, target or comparison of workers and teams, anywhere.

One model holds scores, the answer to a feedback form; these walks keep it so for every model, fact,
file and page that is added.
"""

import re
from pathlib import Path

from django.apps import apps
from django.db.models import Field

from heard.kernel.return_spec.fact import Fact

ROOT = Path(__file__).parents[2]
SCORE = re.compile(
    r"(^|_)(score|scores|rating|ratings|rank|ranking|stars|league|target|sdq)(_|$)", re.I
)
PEOPLE = re.compile(r"(^|_)(worker|team|manager|staff|social_worker)(_|$)", re.I)
AVERAGE = re.compile(r"\b(Avg|StdDev|Variance|RANK|NTILE|percent_rank)\b\s*\(")


def fields() -> list[Field]:
    ours = [m for m in apps.get_models() if m.__module__.startswith("heard.")]
    return [f for m in ours for f in m._meta.concrete_fields]


def test_no_model_holds_a_score_but_the_answer_to_a_form() -> None:
    assert [str(f) for f in fields() if SCORE.search(f.name)] == ["feedback.Answer.score"]


def test_no_number_is_kept_beside_a_person_who_works_here() -> None:
    """A count by worker or team is the beginning of a ranking."""
    wrong = []
    for model in {f.model for f in fields()}:
        names = {f.name for f in model._meta.concrete_fields}
        numbers = {
            f.name
            for f in model._meta.concrete_fields
            if f.get_internal_type() in {"IntegerField", "FloatField", "DecimalField"}
        }
        if numbers and any(PEOPLE.search(n) for n in names):
            wrong.append(f"{model.__name__}: {numbers}")
    assert not wrong


def test_a_fact_names_no_worker_no_team_and_no_score() -> None:
    assert Fact._fields == ("item", "line", "ref", "child", "day", "code", "counted", "rule")


def test_a_frozen_fact_has_no_more_than_a_fact() -> None:
    model = apps.get_model("returns", "ReturnFact")
    extra = {f.name for f in model._meta.concrete_fields} - set(Fact._fields)
    assert extra <= {"id", "version", "position"}


def test_no_code_averages_or_ranks() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "heard").rglob("*.py")
        if AVERAGE.search(path.read_text())
    ]
    assert not wrong


def test_no_file_that_leaves_has_a_column_of_scores_or_people() -> None:
    """Walks the columns of every file that Heard writes: facts, statutory reviews, publication."""
    from heard.edges.imports.facts_folder.columns import FILES, names
    from heard.edges.integrations.systems.ssda903.columns import TABLES
    from heard.kernel.return_spec.ees.publication import FILTERS, INDICATORS, PLACE_COLUMNS

    columns = {column for file in FILES for column in names(file)}
    columns |= {*PLACE_COLUMNS, *FILTERS, *INDICATORS, *TABLES["Reviews"]}
    assert "child_id" in columns
    assert not [c for c in columns if SCORE.search(c) or PEOPLE.search(c)]
