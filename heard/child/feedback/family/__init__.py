"""The family door: a person answers on their own phone, by a one-use link or a printed code."""
