"""Every law broken on purpose: what is changed in a copy, and which test must go red."""

from typing import NamedTuple


class Break(NamedTuple):
    """One law broken: the file, what stood there, what stands now, and the test that must see."""

    name: str
    file: str
    before: str
    after: str
    test: str


LAW_1 = "tests/promises/test_law_1_nothing_said_is_lost.py"
LAW_2 = "tests/promises/test_law_2_every_voice_gets_an_answer.py"
LAW_3_SEEN = "tests/promises/test_law_3_nobody_infers_a_score.py"
LAW_4 = "tests/promises/test_law_4_own_words.py"
LAW_5 = "tests/promises/test_law_5_every_question_can_be_skipped.py"
LAW_6 = "tests/promises/test_law_6_the_child_is_a_reader.py"
LAW_10 = "tests/promises/test_law_10_every_figure_tells_where_it_comes_from.py"
LAW_3 = "tests/promises/test_law_3_scores_stay.py"
LAW_7 = "tests/promises/test_law_7_need_to_know.py"
LAW_9 = "tests/promises/test_law_9_not_appropriate.py"
WHO = "tests/promises/test_who_may_do_what.py"
PEOPLE = "heard/child/people"
BREAKS = [
    Break(
        "a score is kept on an asking", "heard/child/asking_due/models.py",
        "    declined = models",
        "    score = models.IntegerField(null=True)\n    declined = models",
        LAW_3,
    ),
    Break(
        "a fact names the worker", "heard/kernel/return_spec/fact.py",
        "    counted: str", "    worker: str\n    counted: str", LAW_3,
    ),
    Break(
        "same team is reason enough", f"{PEOPLE}/permissions.py",
        "filter(worker__staff=staff)", "filter(worker__team__worker__staff=staff)", LAW_7,
    ),
    Break(
        "a typed reason opens a restricted record", f"{PEOPLE}/permissions.py",
        "if close or child.restricted:", "if close:", LAW_7,
    ),
    Break(
        "a read is not written down", f"{PEOPLE}/queries.py",
        "    record_read(child=str(child.pk), what=what, why=reason.words",
        "    bool(what) or record_read(child=str(child.pk), what=what, why=reason.words", LAW_7,
    ),
    Break(
        "the glass stays open for a day", f"{PEOPLE}/operations/reading.py",
        "timedelta(minutes=60)", "timedelta(days=1)", LAW_7,
    ),
    Break(
        "not appropriate is in the denominator", "heard/kernel/return_spec/shapes.py",
        'shape["yes"] + shape["no"]', 'shape["yes"] + shape["not_appropriate"]', LAW_9,
    ),
    Break(
        "analysts read records", "heard/foundations/access/roles.py",
        "P.READ_RETURNS, P.READ_FACTS, P.BUILD", "P.READ_RECORDS, P.READ_FACTS, P.BUILD", WHO,
    ),
    Break(
        "a page says nothing about who may open it", "heard/child/reviews/views/reading.py",
        "@needs(P.READ_FACTS)\n", "", WHO,
    ),
    Break(
        "a page is not in the table", "heard/child/reviews/urls.py",
        "urlpatterns = [", 'urlpatterns = [\n    path("new/", views.fact, name="new"),', WHO,
    ),
    Break(
        "writes outside operations pass", "heard/foundations/audit/guard.py",
        "    if not _open.get():", "    if False:", "tests/promises/test_operations.py",
    ),
    Break(
        "an operation need not record", "heard/foundations/audit/operation.py",
        "    if not recorder.used:", "    if False:", "tests/promises/test_operations.py",
    ),
    Break(
        "a field is not classified", "heard/child/reviews/classification.py",
        '    "Review.reason": WORDS,\n', "", "tests/promises/test_classified.py",
    ),
    Break(
        "an answer is said to be kept and is not", "heard/child/feedback/operations/answering.py",
        "    return Answer.objects.create(", "    return Answer(", LAW_1,
    ),
    Break(
        "words are gone when a form has an error", "heard/child/story/views/say.py",
        "        request.POST or None,", "        ({} and request.POST) or {},", LAW_1,
    ),
    Break(
        "what was said has nobody who holds it", "heard/child/voice/operations/saying.py",
        '        "holder": worker,', '        "holder": None,', LAW_2,
    ),
    Break(
        "nobody is told where there is no worker", "heard/child/voice/operations/saying.py",
        "    if who:\n", "    if who and worker:\n", LAW_2,
    ),
    Break(
        "the chair and the advocate see numbers", "heard/child/feedback/permissions.py",
        "    return bool(is_worker(", "    return True or bool(is_worker(", LAW_3_SEEN,
    ),
    Break(
        "the story is sorted by score", "heard/child/feedback/queries/context.py",
        'rows.defer("score")', 'rows.order_by("score")', LAW_3_SEEN,
    ),
    Break(
        "words may be changed", "heard/child/voice/apps.py",
        'keep(Said, "id", "words", ', 'keep(Said, "id", ', LAW_4,
    ),
    Break(
        "a question must be answered", "heard/child/feedback/forms.py",
        "(strip=False, required=False", "(strip=False, required=True", LAW_5,
    ),
    Break(
        "a child reads the words of the office", "heard/child/feedback/definitions/child.v1.json",
        "There are no wrong answers.", "Submit your case to the service.", LAW_6,
    ),
    Break(
        "a figure counts one more than its facts", "heard/kernel/return_spec/figures.py",
        "counts[fact.item, fact.line][fact.counted] += 1",
        "counts[fact.item, fact.line][fact.counted] += 1 + (fact.item == '2b')", LAW_10,
    ),
]  # fmt: skip
