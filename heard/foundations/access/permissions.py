"""Every permission that exists, in plain English. What is not here nobody may do."""

from enum import Enum


class P(Enum):
    """A permission: its value is the sentence that a person reads."""

    USE_HEARD = "Sign in, see their own page and their own alerts"
    READ_RECORDS = "Read the record of a child whom they work with"
    WRITE_RECORDS = "Write down what a child said, talk it over, answer and pass it on"
    READ_SHARED = "Read what a child chose to share with their advocate"
    SEE_DUTY = "See today's alerts of children who need somebody soon"
    CHAIR_REVIEWS = "Record how a child took part in a review that they chaired"
    CONFIRM_HEARD = "Confirm that a child was heard, and decide what is not appropriate"
    SUPERVISE = "See the open loops of their team, and one form at a time in supervision"
    ASK_FOR_ACCESS = "Find a child, and open another record for 60 minutes with a reason"
    RESTRICT_RECORDS = "Restrict the record of a child of their team, and name who may read it"
    SEE_WHO_LOOKED = "See who looked at the record of a child of their team"
    READ_RETURNS = "Read the returns and their figures"
    READ_FACTS = "Open a figure to its facts: ids, dates and codes, no words and no scores"
    BUILD_RETURNS = "Build a return and explain it in a note"
    WRITE_VOICE_PLAN = "Write the facts of the annual voice plan (item 1a)"
    ACCEPT_ERRORS = "Accept an error of a return, with a reason"
    SIGN_RETURNS = "Sign and freeze a return"
    NAME_DELEGATE = "Name who may sign a return in the director's place"
    TAKE_RETURNS_OUT = "Download a return"
    IMPORT = "Bring in files, and see what was set aside and why"
    TAKE_DATA_OUT = "Take the facts and the statutory files out"
    SETTLE_REVIEWS = "Settle reviews that were recorded twice with different codes"
    DESCRIBE_AUTHORITY = "Change the authority's own settings"
    SEE_ACCOUNTS = "Keep the accounts: see, add, change and close them, and end sessions"
    CHECK_AUDIT = "Check that the audit trail is whole"
