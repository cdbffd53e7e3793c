"""What each field of the imports is, how long it is kept, and how a copy for tests is scrubbed."""

from heard.foundations.access.classified import Classified

RUNS = "6 years, with the returns that rest on what was brought in"
ROWS = "until a year after it was dealt with"
SETTLED = "as long as the review"
SETTLED_CHILD = "as long as the child"
DICTIONARY = "6 years after it last decided a review"

CLASSIFIED = {
    "ImportRun.id": Classified("Id of an import", RUNS, "kept"),
    "ImportRun.kind": Classified("What was brought in", RUNS, "kept"),
    "ImportRun.state": Classified("How it stands", RUNS, "kept"),
    "ImportRun.started_at": Classified("When the files came", RUNS, "kept"),
    "ImportRun.finished_at": Classified("When it ended", RUNS, "kept"),
    "ImportRun.by_kind": Classified("What kind of account sent the files", RUNS, "kept"),
    "ImportRun.by_id": Classified("Which account sent the files", RUNS, "replaced"),
    "ImportRun.by_name": Classified("Name of a member of staff", RUNS, "replaced"),
    "ImportRun.files": Classified("Names, sizes and fingerprints of the files", RUNS, "emptied"),
    "ImportRun.summary": Classified(
        "Counts and notes; for a refused folder the bad cells, which may hold a child's id",
        RUNS,
        "emptied",
    ),
    "QuarantinedRow.id": Classified("Id of a row that was set aside", ROWS, "kept"),
    "QuarantinedRow.run": Classified("The import that set it aside first", ROWS, "kept"),
    "QuarantinedRow.table": Classified("The table of the return", ROWS, "kept"),
    "QuarantinedRow.file": Classified("Name of the file", ROWS, "emptied"),
    "QuarantinedRow.line": Classified("Line in the file", ROWS, "kept"),
    "QuarantinedRow.reason": Classified(
        "Why it cannot load; may hold a birth date", ROWS, "emptied"
    ),
    "QuarantinedRow.kind": Classified("The reason without particulars", ROWS, "kept"),
    "QuarantinedRow.raw": Classified(
        "The row as it was sent: a child's id, birth date, codes", ROWS, "emptied"
    ),
    "QuarantinedRow.digest": Classified("Fingerprint of the row", ROWS, "made again"),
    "QuarantinedRow.resolved_at": Classified("When it was dealt with", ROWS, "kept"),
    "QuarantinedRow.resolved_by": Classified("Name of a member of staff", ROWS, "replaced"),
    "QuarantinedRow.note": Classified("What was done about it, typed by staff", ROWS, "emptied"),
    "SetAsideReview.id": Classified("Id of the setting aside", SETTLED, "kept"),
    "SetAsideReview.review": Classified("The review row that was set aside", SETTLED, "kept"),
    "SetAsideReview.right": Classified("The review row that is right", SETTLED, "kept"),
    "SetAsideReview.reason": Classified("Who said so and why, typed by staff", SETTLED, "emptied"),
    "SetAsideReview.settled_at": Classified("When", SETTLED, "kept"),
    "SetAsideReview.settled_by": Classified("Name of a member of staff", SETTLED, "replaced"),
    "MappedWords.id": Classified("Id of a decision", DICTIONARY, "kept"),
    "MappedWords.source": Classified("Which system writes the text", DICTIONARY, "kept"),
    "MappedWords.key": Classified("The text, made plain", DICTIONARY, "emptied"),
    "MappedWords.written": Classified("The text, as a form wrote it", DICTIONARY, "emptied"),
    "MappedWords.scheme": Classified("The scheme of the code", DICTIONARY, "kept"),
    "MappedWords.code": Classified("What the text means", DICTIONARY, "kept"),
    "MappedWords.decided_by": Classified("Name of a member of staff", DICTIONARY, "replaced"),
    "MappedWords.decided_at": Classified("When", DICTIONARY, "kept"),
    "WordsOfReview.id": Classified("Id of the words", SETTLED, "kept"),
    "WordsOfReview.review": Classified("The review", SETTLED, "kept"),
    "WordsOfReview.source": Classified("Which system wrote them", SETTLED, "kept"),
    "WordsOfReview.key": Classified("The words, made plain", SETTLED, "emptied"),
    "WordsOfReview.written": Classified(
        "How the child took part, in the words of the authority's form", SETTLED, "emptied"
    ),
    "Closing.id": Classified("Id of a closing", RUNS, "kept"),
    "Closing.run": Classified("The import that found it", RUNS, "kept"),
    "Closing.child": Classified("The child", RUNS, "kept"),
    "Closing.thing": Classified("Work or allocation", RUNS, "kept"),
    "Closing.row": Classified("Which work or allocation", RUNS, "kept"),
    "Closing.ends_on": Classified("The day on which it ends", RUNS, "kept"),
    "Closing.state": Classified("Whether somebody agreed", RUNS, "kept"),
    "Closing.decided_at": Classified("When", RUNS, "kept"),
    "Closing.decided_by": Classified("Name of a member of staff", RUNS, "replaced"),
    "LastRead.id": Classified("Id of a fingerprint", "as long as the child", "kept"),
    "LastRead.source": Classified("Which system", "as long as the child", "kept"),
    "LastRead.child": Classified("The child", "as long as the child", "kept"),
    "LastRead.digest": Classified(
        "Fingerprint of what the system said of the child", "as long as the child", "made again"
    ),
    "ChildToDecide.id": Classified("Id of a decision", SETTLED_CHILD, "kept"),
    "ChildToDecide.source": Classified("Which system", SETTLED_CHILD, "kept"),
    "ChildToDecide.child": Classified("The child in Heard", SETTLED_CHILD, "kept"),
    "ChildToDecide.authority_id": Classified("The child's id", SETTLED_CHILD, "invented again"),
    "ChildToDecide.born_here": Classified(
        "Date of birth in Heard", SETTLED_CHILD, "invented again"
    ),
    "ChildToDecide.born_there": Classified("Date of birth there", SETTLED_CHILD, "invented again"),
    "ChildToDecide.found_at": Classified("When it was found", SETTLED_CHILD, "kept"),
    "ChildToDecide.state": Classified("What somebody decided", SETTLED_CHILD, "kept"),
    "ChildToDecide.decided_at": Classified("When", SETTLED_CHILD, "kept"),
    "ChildToDecide.decided_by": Classified("Name of a member of staff", SETTLED_CHILD, "replaced"),
    "ChildToDecide.reason": Classified("Who said so, typed by staff", SETTLED_CHILD, "emptied"),
}
