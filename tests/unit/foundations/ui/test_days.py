from datetime import date

import pytest
from django import forms

from heard.foundations.ui.days import DayField, DayWidget


class Asked(forms.Form):
    on = DayField(label="When")
    until = DayField(label="Until", required=False)


def sent(day: str, month: str, year: str) -> Asked:
    return Asked({"on-day": day, "on-month": month, "on-year": year})


@pytest.mark.parametrize("month", ["11", "November", "nov", " 11 "])
def test_a_day_may_be_written_in_several_ways(month: str) -> None:
    form = sent("3", month, "2026")
    assert form.is_valid()
    assert form.cleaned_data == {"on": date(2026, 11, 3), "until": None}


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("", "", ""), "Enter the date, for example 23 11 2026"),
        (("3", "", "2026"), "The date must have a month, for example 23 11 2026"),
        (("3", "", ""), "The date must have a month and a year, for example 23 11 2026"),
        (("3", "11", "26"), "Write the year with four digits, for example 2026"),
        (("31", "2", "2026"), "31 2 2026 is not a real date. Check the day and the month"),
        (("one", "2", "2026"), "one 2 2026 is not a real date. Check the day and the month"),
    ],
)
def test_what_is_no_day_is_refused_in_words(parts: tuple[str, str, str], words: str) -> None:
    form = sent(*parts)
    assert not form.is_valid()
    assert form.errors["on"] == [words]


def test_what_was_sent_is_kept() -> None:
    assert DayWidget.boxes(sent("31", "2", "2026")["on"].value()) == ["31", "2", "2026"]
    assert DayWidget.boxes(date(2026, 11, 3)) == ["3", "11", "2026"]
    assert DayWidget.boxes(None) == ["", "", ""]


def test_a_form_knows_whether_the_day_was_changed() -> None:
    data = {"on-day": "3", "on-month": "11", "on-year": "2026"}
    assert Asked(data, initial={"on": date(2026, 11, 3)}).changed_data == []
    assert Asked(data, initial={"on": date(2026, 11, 4)}).changed_data == ["on"]
