"""Everything that runs by the clock, in one table. `heard worker` runs it."""

from datetime import timedelta

from heard.foundations.background.schedule import Schedule

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BACKGROUND = "heard.foundations.background.housekeeping"

SCHEDULES = (
    Schedule("audit.head", 15 * MINUTE, "heard.foundations.audit.tasks.write_head"),
    Schedule("audit.waiting_checks", MINUTE, "heard.foundations.audit.tasks.make_waiting_checks"),
    Schedule("audit.daily_check", DAY, "heard.foundations.audit.tasks.check_every_day"),
    Schedule("alerts.emails", MINUTE, "heard.foundations.reminders.tasks.send_due_emails"),
    Schedule("sign_in.old_tries", DAY, "heard.foundations.accounts.tasks.forget_old_tries"),
    Schedule("voice.unopened", 5 * MINUTE, "heard.child.voice.tasks.unopened_to_manager"),
    Schedule("voice.moved", 5 * MINUTE, "heard.child.voice.tasks.follow_changes_of_worker"),
    Schedule("voice.no_word", DAY, "heard.child.voice.tasks.close_after_30_days"),
    Schedule("feedback.left", HOUR, "heard.child.feedback.tasks.hand_in_what_was_left"),
    Schedule("tasks.abandoned", 5 * MINUTE, f"{BACKGROUND}.fail_abandoned_tasks"),
    Schedule("tasks.old", DAY, f"{BACKGROUND}.forget_old_tasks"),
    Schedule("imports.stale", DAY, "heard.edges.imports.tasks.clear_stale"),
    Schedule("forms.old", DAY, "heard.foundations.access.once.forget_old"),
    Schedule("sessions.old", DAY, f"{BACKGROUND}.clear_old_sessions"),
)
