"""Every write to accounts: making and changing them, and what happens at sign-in."""

from heard.foundations.accounts.operations.accounts import (
    add_account,
    add_code_factor,
    change_password,
    change_roles,
    close_account,
    end_sessions,
    open_account_again,
    start_again,
)
from heard.foundations.accounts.operations.sign_in import (
    drop_old_tries,
    factor_added,
    factor_removed,
    forget_tries,
    signed_in,
    signed_out,
    stepped_up,
    try_failed,
)

__all__ = [
    "add_account",
    "add_code_factor",
    "change_password",
    "change_roles",
    "close_account",
    "drop_old_tries",
    "end_sessions",
    "factor_added",
    "factor_removed",
    "forget_tries",
    "open_account_again",
    "signed_in",
    "signed_out",
    "start_again",
    "stepped_up",
    "try_failed",
]
