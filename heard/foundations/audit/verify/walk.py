"""Walking the chain from its first event to its last."""

import hmac
import json

from heard.foundations.audit import chain, keys
from heard.foundations.audit.verify.findings import Findings
from heard.foundations.audit.verify.rows import Row

SEQ, KEY = chain.SEALED.index("seq"), chain.SEALED.index("key")
VERB, DATA, PREV = (chain.SEALED.index(name) for name in ("verb", "data", "prev"))


class Walk:
    """The state of a walk: where we are, which key is in use, and the seals asked for."""

    def __init__(self, findings: Findings, wanted: frozenset[int]) -> None:
        self.findings, self.wanted = findings, wanted
        self.count = self.last = 0
        self.mac, self.key = chain.FIRST, 1
        self.seals: dict[int, str] = {0: chain.FIRST}
        self._secrets: dict[int, bytes | None] = {}

    def take(self, row: Row) -> None:
        """Check the next event: its place, its link to the one before, its seal."""
        seq, mac = row[SEQ], row[-1]
        self._place(seq)
        if row[PREV] != self.mac:
            self.findings.add(seq, f"Event {seq} does not follow from event {self.last}: something "
                              "between them was taken out, put in, moved or changed.")  # fmt: skip
        whole = self._is_whole(row)
        if seq in self.wanted:
            self.seals[seq] = mac
        self.count, self.last, self.mac = self.count + 1, seq, mac
        if whole and row[VERB] == chain.KEY_ROTATED:
            self.key = json.loads(row[DATA])["to"]

    @property
    def blind(self) -> bool:
        """Say whether a key is missing: what it sealed cannot be checked, and that is said."""
        return None in self._secrets.values()

    def _place(self, seq: int) -> None:
        expected = self.last + 1
        if seq > expected + 1:
            self.findings.add(expected, f"Events {expected} to {seq - 1} are missing.")
        elif seq == expected + 1:
            self.findings.add(expected, f"Event {expected} is missing.")
        elif 0 < seq < expected:
            self.findings.add(seq, f"Event {seq} is there more than once.")
        elif seq < 1:
            self.findings.add(seq, f"There is an event with the number {seq}; numbers begin at 1.")

    def _is_whole(self, row: Row) -> bool:
        seq = row[SEQ]
        if row[KEY] != self.key:
            self.findings.add(seq, f"Event {seq} names another audit key than key {self.key}, "
                              "which was in use.")  # fmt: skip
            return False
        secret = self._secret(seq)
        if secret is None:  # said once
            return False
        try:
            seal = chain.sealed_with(row[:-1], secret)
            whole = hmac.compare_digest(seal, row[-1])
        except (TypeError, ValueError):  # bytes, nothing, or no text: never written by Heard
            whole = False
        if not whole:
            self.findings.add(seq, f"Event {seq} is not as it was written.")
        return whole

    def _secret(self, seq: int) -> bytes | None:
        if self.key not in self._secrets:
            try:
                self._secrets[self.key] = keys.get(self.key)
            except keys.KeyMissing as missing:
                self._secrets[self.key] = None
                self.findings.add(seq, f"From event {seq} on nothing can be checked. {missing}")
        return self._secrets[self.key]
