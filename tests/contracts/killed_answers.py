"""Eight people answer through the family door while the server is killed again and again (R1).

Each sends an answer until the server says that it is kept, and then the next. What was said to be
kept must be there, once, to the letter; what was not may be there once or not at all.
"""

import contextlib
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from tests.contracts.own import own
from tests.journeys.server import HEARD, PATIENCE, _free_port

CLIENTS = 8
PEOPLE = """
import json
from datetime import date
from heard.child.feedback.operations import Offer, offer_form
from heard.child.people import operations as people
from heard.child.voice.operations import make_link
from heard.child.voice.operations.links import SafeCheck
from heard.foundations.accounts.operations import add_account
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
who = {{"by": HEARD_ITSELF, "at": clock.now()}}
today = clock.today()
priya = add_account(email="priya@northmoor.example", name="Priya", roles=frozenset({{"worker"}}),
                    password="a quiet word in good time", **who)
team = people.make_team(name="East", **who).pk
worker = people.add_worker(name="Priya", staff=priya.pk, team=team, **who).pk
child = people.add_child(authority_id="NM1", given_name="Maya", family_name="",
                         birth_date=date(2017, 7, 26), **who).pk
people.start_work(child=child, level="CIN", on=today, **who)
people.allocate(child=child, worker=worker, on=today, **who)
made = []
for n in range({clients}):
    adult = people.add_adult(name=f"Adult {{n}}", **who).pk
    people.tie(child=child, adult=adult, kind="network", relation="friend", **who)
    form = uuid7()
    offer_form(id=form, offer=Offer(
        child=child, kind="adult", key="adult", version=1, language="en-GB", variant="a",
        plan="CIN", asked_by=worker, asked_as="worker", asked_on=today, how="left_with_family",
        adult=adult), **who)
    code = make_link(id=uuid7(), purpose="form", subject=form, child=child, adult=adult,
        check=SafeCheck("own_phone", "Their own phone"), made_by=priya.pk, **who)
    made.append([str(form), code])
print(json.dumps(made))
"""
KEPT = """
import json
from heard.child.feedback.models import Answer
print(json.dumps([[str(a.pk), a.words] for a in Answer.objects.all()]))
"""


@dataclass
class Person:
    """One who answers: what they sent, and what the server said is kept."""

    port: int
    code: str
    dice: random.Random
    cookie: str = ""
    page: str = ""
    sent: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def post(self, path: str, fields: dict[str, str]) -> http.client.HTTPResponse:
        """Send a form as a browser does, and return the answer; OSError where there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://127.0.0.1:{self.port}",
            "Cookie": self.cookie,
        }
        connection.request("POST", path, urllib.parse.urlencode(fields), headers)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response

    def come_in(self) -> None:
        """Open the link: it belongs to this browser from now on."""
        browser = f"{self.dice.randrange(10**40):040}"
        asked = {"code": self.code, "browser": browser, "shall_we": "yes"}
        response = self.post("/family/open/", asked)
        assert response.status == 302, response.status
        self.cookie = (response.getheader("Set-Cookie") or "").split(";")[0]
        self.page = f"{response.getheader('Location')}2/"

    def answer(self) -> None:
        """Send one answer until the server says that it is kept."""
        key, words = (
            str(uuid.uuid4()),
            f"words {self.dice.random()} ‘so’ \n" * self.dice.choice((1, 20, 400)),
        )
        self.sent[key] = words
        fields = {"answer": key, "call": str(uuid.uuid4()), "words": words, "go": "next"}
        fields["once"] = str(uuid.uuid4())
        while key not in self.kept:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.post(self.page, fields).status == 302:
                    self.kept[key] = words
                    return
            time.sleep(0.05)


class Server:
    """A Heard that can be killed without warning, with all its processes, and begin again."""

    def __init__(self, folder: Path, command: list[str] | None = None) -> None:
        self.heard, self.port = own(folder), _free_port()
        address = f"http://127.0.0.1:{self.port}"
        self.environment = {**self.heard.environment, "HEARD_ADDRESS": address}
        serve = [HEARD, "serve", "--workers", "2", "--port", str(self.port)]
        self.command = [p.format(port=self.port) for p in command] if command else serve
        self.log = (folder / "serve.log").open("ab")
        self.begin()

    def begin(self) -> None:
        """Start it, and wait until it answers."""
        self.process = subprocess.Popen(
            self.command, env=self.environment, stdout=self.log, stderr=self.log,
            start_new_session=True,
        )  # fmt: skip
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            with contextlib.suppress(OSError, http.client.HTTPException):
                probe = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                probe.request("GET", "/healthz", headers={"Host": f"127.0.0.1:{self.port}"})
                if probe.getresponse().status == 200:
                    return
            time.sleep(0.05)
        raise AssertionError("the server did not begin")

    def kill(self) -> None:
        """kill -9, the server and its workers."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def killed_again_and_again(
    folder: Path, times: int, command: list[str] | None = None
) -> tuple[list[Person], dict[str, list[str]]]:
    """Return the people, and what is kept in the end: the words under each answer's id."""
    server, dice = Server(folder, command), random.Random(times)
    made = json.loads(server.heard.python(PEOPLE.format(clients=CLIENTS)))
    people = [Person(server.port, code, random.Random(n)) for n, (_, code) in enumerate(made)]
    for person in people:
        person.come_in()
    stop = threading.Event()
    threads = [threading.Thread(target=_answering, args=(person, stop)) for person in people]
    for thread in threads:
        thread.start()
    for _ in range(times):
        time.sleep(dice.uniform(0.1, 1.5))
        server.kill()
        server.begin()
    stop.set()
    for thread in threads:
        thread.join(timeout=PATIENCE)
    server.kill()
    found: dict[str, list[str]] = {}
    for key, words in json.loads(server.heard.python(KEPT)):
        found.setdefault(key, []).append(words)
    return people, found


def _answering(person: Person, stop: threading.Event) -> None:
    while not stop.is_set():
        person.answer()


def lost(people: list[Person], found: dict[str, list[str]]) -> list[str]:
    """Return the answers that the server said are kept and that are not there once, as sent."""
    kept = {key: words for person in people for key, words in person.kept.items()}
    return [key for key, words in kept.items() if found.get(key) != [words.replace("\r\n", "\n")]]


EARLY = [
    sys.executable, "-m", "gunicorn", "tests.contracts.early_answer:application", "--preload",
    "--bind", "127.0.0.1:{port}", "--workers", "2", "--log-level", "warning",
]  # fmt: skip
