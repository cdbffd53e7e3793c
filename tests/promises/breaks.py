"""Every law broken on purpose: what is changed in a copy, which test must go red, and what it says.

A case breaks the law in one place of the code; the test that must see is a walk over all code of
that kind, or over all pages, wherever the law can be broken in more places than one.
"""

from typing import NamedTuple


class Change(NamedTuple):
    """What stood once in a file, and what stands there now."""

    file: str
    before: str
    after: str


class Break(NamedTuple):
    """One law broken: how, the one test that must see it, and words that it then says."""

    law: int
    name: str
    changes: tuple[Change, ...]
    test: str
    says: str


def broken(law: int, name: str, file: str, before: str, after: str, test: str, says: str) -> Break:
    """Return a law broken in one place."""
    return Break(law, name, (Change(file, before, after),), test, says)


# Law 8, surveys are anonymous, comes with the surveys.
LAWS = (1, 2, 3, 4, 5, 6, 7, 9, 10)
HERE = "tests/promises"
LAW_1 = f"{HERE}/test_law_1_nothing_said_is_lost.py"
LAW_1_WALK = f"{HERE}/test_law_1_what_was_typed_stays.py"
LAW_2 = f"{HERE}/test_law_2_every_voice_gets_an_answer.py"
LAW_3 = f"{HERE}/test_law_3_scores_stay.py"
LAW_3_SEEN = f"{HERE}/test_law_3_nobody_infers_a_score.py"
LAW_4 = f"{HERE}/test_law_4_own_words.py"
LAW_5 = f"{HERE}/test_law_5_every_question_can_be_skipped.py"
LAW_6 = f"{HERE}/test_law_6_the_child_is_a_reader.py"
LAW_7 = f"{HERE}/test_law_7_need_to_know.py"
LAW_7_WALK = f"{HERE}/test_law_7_every_read_is_on_the_trail.py"
LAW_9 = f"{HERE}/test_law_9_not_appropriate.py"
LAW_10 = f"{HERE}/test_law_10_every_figure_tells_where_it_comes_from.py"
WHO = f"{HERE}/test_who_may_do_what.py"
OPERATIONS = f"{HERE}/test_operations.py"
CLASSIFIED = f"{HERE}/test_classified.py"
TYPED = f"{LAW_1_WALK}::test_all_that_was_typed_stands_on_the_page_that_refuses"
WORDS_ONLY = f"{LAW_3_SEEN}::test_for_everybody_else_nothing_differs[words only]"
IN_PLACE = f"{LAW_3_SEEN}::test_for_the_worker_and_the_manager_only_where_the_form_stands"
NOT_COPIED = f"{LAW_3_SEEN}::test_no_number_is_kept_anywhere_else"
PEOPLE, VOICE, FEEDBACK = "heard/child/people", "heard/child/voice", "heard/child/feedback"
RETURN = "heard/kernel/return_spec"
ACCESS, AUDIT = "heard/foundations/access", "heard/foundations/audit"

BREAKS = [
    broken(
        1, "an answer is said to be kept and is not", f"{FEEDBACK}/operations/answering.py",
        "    return Answer.objects.create(", "    return Answer(",
        f"{LAW_1}::test_what_was_taken_is_there_once_and_to_the_letter", "assert [] == [",
    ),
    broken(
        1, "only the first answer is kept", f"{FEEDBACK}/operations/answering.py",
        "    if known is not None:", "    if known is not None or row.answers.exists():",
        f"{LAW_1}::test_a_changed_answer_stands_beside_the_first", "(2, 'second')",
    ),
    broken(
        1, "words are gone when a form has an error", "heard/child/story/views/say.py",
        "        request.POST or None,", "        ({} and request.POST) or {},",
        f"{LAW_1}::test_what_was_typed_stands_on_the_page_when_something_is_wrong", "/say/",
    ),
    broken(
        1, "a reason is gone when a form has an error", "heard/child/asking_due/views/deciding.py",
        "DecideForm(request.POST or None,", "DecideForm({} if request.POST else None,",
        f"{TYPED}[Ruth]", "asking_due:decide: reason",
    ),
    broken(
        2, "what was said has nobody who holds it", f"{VOICE}/operations/saying.py",
        '        "holder": worker,', '        "holder": None,',
        f"{LAW_2}::test_whatever_the_way_it_has_a_holder_a_day_and_an_open_loop[form]",
        "<Worker: Priya>",
    ),
    broken(
        2, "nobody is told where there is no worker", f"{VOICE}/operations/saying.py",
        "worker.staff_id else set(who_to_tell(row.child, at))", "worker.staff_id else set()",
        f"{LAW_2}::test_without_a_worker_every_manager_is_told", "'Ruth'",
    ),
    broken(
        2, "the worker says that the person said yes", "heard/kernel/loop.py",
        'Move("told_yes", TOLD, PERSON,', 'Move("told_yes", TOLD, WORKER,',
        f"{LAW_2}::test_from_every_state_that_is_open_somebody_can_move_on", "'the worker'",
    ),
    broken(
        2, "what nobody opens lies there", f"{VOICE}/tasks.py",
        "for s in unopened_since(at) if", "for s in unopened_since(at)[:0] if",
        f"{LAW_2}::test_what_nobody_opens_does_not_lie_there", "assert False",
    ),
    broken(
        2, "own words stand outside every loop", f"{PEOPLE}/classification.py",
        'WORDS = Classified("An adult\'s words', 'WORDS = Classified("A child\'s own words, not',
        f"{LAW_2}::test_every_field_of_own_words_belongs_to_a_loop", "in the left set",
    ),
    broken(
        3, "a score is kept on an asking", "heard/child/asking_due/models.py",
        "    declined = models",
        "    score = models.IntegerField(null=True)\n    declined = models",
        f"{LAW_3}::test_no_model_holds_a_score_but_the_answer_to_a_form", "asking_due.Asking.score",
    ),
    broken(
        3, "a fact names the worker", f"{RETURN}/fact.py",
        "    counted: str", "    worker: str\n    counted: str",
        f"{LAW_3}::test_a_fact_names_no_worker_no_team_and_no_score", "'worker'",
    ),
    broken(
        3, "the chair and the advocate see numbers", f"{FEEDBACK}/permissions.py",
        "    return bool(is_worker(", "    return True or bool(is_worker(",
        WORDS_ONLY, "Ivor get /asked/",
    ),
    broken(
        3, "whoever may see the words sees numbers beside them", f"{FEEDBACK}/permissions.py",
        "any(name in known for name in CLOSE)", "bool(known)", WORDS_ONLY, "Ivor get /said/",
    ),
    broken(
        3, "answers are sorted by score", f"{FEEDBACK}/queries/context.py",
        '.order_by("number")', '.order_by("score")',
        f"{LAW_3_SEEN}::test_nothing_sorts_filters_or_adds_up_scores", "context.py: score",
    ),
    broken(
        3, "the trail holds the number", f"{FEEDBACK}/operations/answering.py",
        'data={"question": given.question}',
        'data={"question": given.question, "of 5": given.score}', NOT_COPIED, "of 5",
    ),
    broken(
        3, "what is kept as their words holds the numbers", f"{FEEDBACK}/operations/handing_in.py",
        '        words="\\n\\n".join(a.words for a in answers if a.words.strip()),',
        '        words=" ".join(str(a.score) for a in answers),', NOT_COPIED, "Said {",
    ),
    broken(
        3, "the title of a page says the numbers", f"{FEEDBACK}/views/one.py",
        '"title": f"What {person_of(form)} answered"',
        '"title": f"What {person_of(form)} answered: {list(shown.answers.values())[0]}"',
        IN_PLACE, "b'What Maya answered: ",
    ),
    broken(
        4, "words may be changed", f"{VOICE}/apps.py",
        'keep(Said, "id", "words", ', 'keep(Said, "id", ',
        f"{LAW_4}::test_every_field_of_own_words_is_kept_by_the_database", "Said.words",
    ),
    broken(
        4, "words are tidied when they are kept", f"{VOICE}/operations/saying.py",
        '"words": said.words,', '"words": " ".join(said.words.split()),',
        f"{LAW_4}::test_words_come_back_as_they_were_said_and_cannot_be_changed", "two spaces",
    ),
    broken(
        4, "words are tidied when they are typed", "heard/child/story/forms/fields.py",
        'return words if words.strip() else ""', "return words.strip()",
        f"{LAW_4}::test_no_box_for_words_changes_what_was_typed", "SaidForm.words",
    ),
    broken(
        4, "a field is not classified", "heard/child/reviews/classification.py",
        '    "Review.reason": WORDS,\n', "",
        f"{CLASSIFIED}::test_every_field_is_classified", "Review.reason",
    ),
    broken(
        5, "a question must be answered", f"{FEEDBACK}/forms.py",
        "(strip=False, required=False", "(strip=False, required=True",
        f"{LAW_5}::test_no_field_of_theirs_must_be_filled_in", "QuestionForm.words",
    ),
    broken(
        5, "nobody says that a question can be skipped", f"{FEEDBACK}/definitions/child.v1.json",
        " You can leave out any question.", "",
        f"{LAW_5}::test_before_the_first_question_stands_why_who_sees_and_that_it_can_be_skipped",
        "leave out",
    ),
    broken(
        5, "not asked counts as skipped", f"{FEEDBACK}/rules.py",
        '"skipped", "not_asked", "not_applicable"', '"skipped", "not_applicable"',
        f"{LAW_5}::test_skipped_not_asked_and_not_applicable_are_different_facts", "not_asked",
    ),
    broken(
        6, "a child reads the words of the office", f"{FEEDBACK}/definitions/child.v1.json",
        "There are no wrong answers.", "Submit your case to the service.",
        f"{LAW_6}::test_no_page_says_a_word_of_the_office", "Submit your case",
    ),
    broken(
        6, "a child reads what only the office understands",
        f"{FEEDBACK}/definitions/child.v1.json", "There are no wrong answers.",
        "Notwithstanding multidisciplinary deliberations, participation necessitates candour.",
        f"{LAW_6}::test_no_sentence_hides_behind_easier_ones", "Notwithstanding",
    ),
    broken(
        7, "same team is reason enough", f"{PEOPLE}/permissions.py",
        'values_list("worker__staff", ', 'values_list("worker__team__worker__staff", ',
        f"{LAW_7}::test_only_those_with_a_reason_read", "{'Tom': 'worker'}",
    ),
    broken(
        7, "a typed reason opens a restricted record", f"{PEOPLE}/permissions.py",
        "if close or child.restricted:", "if close:",
        f"{LAW_7}::test_a_restricted_record_opens_to_named_readers_only", "'chair of a review'",
    ),
    broken(
        7, "the glass stays open for a day", f"{PEOPLE}/operations/reading.py",
        "timedelta(minutes=60)", "timedelta(days=1)",
        f"{LAW_7}::test_glass_opens_for_an_hour_and_tells_the_worker_and_the_manager",
        "opened with a reason",
    ),
    broken(
        7, "a read of a record is not written down", f"{PEOPLE}/queries/children.py",
        "    record_read(child=str(child.pk), what=what, why=reason.words",
        "    bool(what) or record_read(child=str(child.pk), what=what, why=reason.words",
        f"{LAW_7}::test_a_read_is_on_the_trail_before_it_is_shown", "== (",
    ),
    broken(
        7, "a read of what was said is not written down", f"{VOICE}/queries/__init__.py",
        "    record_read(child=child, what=what, why=reason.words",
        "    bool(what) or record_read(child=child, what=what, why=reason.words",
        f"{LAW_7_WALK}::test_no_page_shows_a_child_without_a_line_on_the_trail[Dev]",
        "Dev story:one shows",
    ),
    broken(
        7, "the trail may be changed", f"{AUDIT}/migrations/0002_chain.py",
        "BEFORE {VERB} ON audit_auditevent ", "BEFORE {VERB} ON audit_auditevent WHEN 0 ",
        f"{LAW_7_WALK}::test_the_trail_cannot_be_changed_quietly", "DID NOT RAISE",
    ),
    broken(
        7, "analysts read records", f"{ACCESS}/roles.py",
        "P.READ_RETURNS, P.READ_FACTS, P.BUILD", "P.READ_RECORDS, P.READ_FACTS, P.BUILD",
        f"{WHO}::test_the_generated_reference_equals_the_table", "people:record Olu",
    ),
    broken(
        7, "a page says nothing about who may open it", "heard/child/reviews/views/reading.py",
        "@needs(P.READ_FACTS)\n", "",
        f"{WHO}::test_every_page_says_whom_it_opens_to", "[reviews:fact]",
    ),
    broken(
        7, "a page is not in the table", "heard/child/reviews/urls.py",
        "urlpatterns = [", 'urlpatterns = [\n    path("new/", views.fact, name="new"),',
        f"{WHO}::test_every_page_is_in_the_table_and_nothing_else", "'reviews:new'",
    ),
    broken(
        7, "writes outside operations pass", f"{AUDIT}/guard.py",
        "    if not _open.get():", "    if False:",
        f"{OPERATIONS}::test_the_database_refuses_writes_outside_an_operation",
        "DID NOT RAISE",
    ),
    broken(
        7, "an operation need not record", f"{AUDIT}/operation.py",
        "    if not recorder.used:", "    if False:",
        f"{OPERATIONS}::test_an_operation_without_its_event_did_not_happen", "DID NOT RAISE",
    ),
    broken(
        9, "not appropriate is in the denominator", f"{RETURN}/shapes.py",
        'shape["yes"] + shape["no"]', 'shape["yes"] + shape["not_appropriate"]',
        f"{LAW_9}::test_not_appropriate_is_in_no_denominator", "'percent'",
    ),
    broken(
        9, "no reason is asked for", "heard/child/evidence/operations/confirming.py",
        "        reason=reason,", '        reason=reason or "none",',
        f"{LAW_9}::test_not_appropriate_without_a_reason_is_refused_by_the_database",
        "DID NOT RAISE",
    ),
    Break(
        9, "a worker agrees with themselves that asking is not appropriate",
        (
            Change(
                f"{ACCESS}/roles.py", "P.READ_RECORDS, P.WRITE_RECORDS, P.SEE_SAID, P.ASK",
                "P.CONFIRM_HEARD, P.READ_RECORDS, P.WRITE_RECORDS, P.SEE_SAID, P.ASK",
            ),
            Change(
                f"{PEOPLE}/permissions.py", "teams = Team.objects.filter(manager__staff=staff)",
                "teams = Team.objects.filter(worker__staff=staff)",
            ),
        ),
        f"{LAW_9}::test_only_the_manager_agrees_to_it_whoever_sends_the_form[Priya]",
        'person == "Ruth"',
    ),
    broken(
        10, "a figure counts one more than its facts", f"{RETURN}/figures.py",
        'by_plan = {plan: shape_t(counts.get(("2b", plan), {}))',
        'by_plan = {plan: shape_t(Counter(counts.get(("2b", plan), {})) + Counter(PN1=1))',
        f"{LAW_10}::test_every_count_opens_to_as_many_facts", "'PN1')",
    ),
    broken(
        10, "a figure opens to fewer facts than it counts",
        "heard/authority/returns/queries/facts.py",
        "Q(position__range=span)", "Q(position__range=(span[0], span[1] - 1))",
        f"{LAW_10}::test_every_count_opens_to_as_many_facts", "'2a'",
    ),
    broken(
        10, "the letter does not say by whom", "heard/authority/returns/presenters/page.py",
        'f"{version.built_by_name} built it on', 'f"Somebody built it on',
        f"{LAW_10}::test_the_letter_says_when_up_to_which_day_and_by_whom", "HEARD_ITSELF.name",
    ),
]  # fmt: skip
