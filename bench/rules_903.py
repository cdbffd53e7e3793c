"""The eight SSDA903 rules on reviews: our time beside that of the sector's validator.

Both get the same three files (12,582 reviews, with Header and Episodes) on the same machine, turn
and turn about. The validator (csc-validator-be-903, MIT) is installed into an environment of its
own under .bench; only its own functions are called. HEARD_TEST_DATA says where the files are.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from heard.cli.main import names
from heard.edges.integrations.systems.ssda903 import check, read_return

VALIDATOR = "csc-validator-be-903==0.1.17"
HOME = Path(__file__).parent.parent / ".bench" / "validator"
FILES = ("reviews.csv", "header.csv", "episodes.csv")
ROUNDS = 7  # the best of these counts, for both: what else runs only ever makes slower
AIM = 20

_WHY_MISSED = (
    "Why an aim can be missed: Heard uses every core and the validator one, so a machine that is "
    "busy with other work slows Heard more. Run it again alone."
)

# Runs in the validator's environment. Prints seconds for each way of asking, and its counts.
THEIRS = """
import json, logging, sys, time, warnings
logging.disable(logging.CRITICAL); warnings.simplefilter("ignore")
from lac_validator.ingress import read_files, read_from_text
from lac_validator.lac_validator import LacValidator
from lac_validator.rules.ruleset_utils import get_year_ruleset
rounds, files = int(sys.argv[1]), sys.argv[2:]
codes = ["166", "167", "399", "440", "441", "1012", "INT08", "INT17"]
registry = get_year_ruleset("2027")
def whole():
    about = {"localAuthority": "E09000027", "collectionYear": "2026/27"}
    return LacValidator(about, read_files(files), registry, codes).ds_results["Reviews"]
def rules_alone(tables):
    for code in codes:
        registry[code].func({name: table.copy() for name, table in tables.items()})
def timed(what):
    begun = time.perf_counter(); what(); return time.perf_counter() - begun
found = whole()
counts = {c: int((found["ERR_" + c] == True).sum()) if "ERR_" + c in found else 0 for c in codes}
if rounds == 0:
    print(json.dumps(counts)); sys.exit()
tables, _ = read_from_text(read_files(files))
print(json.dumps({
    "counts": counts,
    "whole": min(timed(whole) for _ in range(rounds)),
    "rules": min(timed(lambda: rules_alone(tables)) for _ in range(rounds)),
}))
"""


def main() -> int:
    """Print our times, the validator's where it can be had, and how they stand to the aims."""
    data = os.environ.get("HEARD_TEST_DATA")
    if not data:
        print("HEARD_TEST_DATA is not set: there are no rows to measure on. Nothing was measured.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in FILES:
            shutil.copy(Path(data) / "ssda903" / file, folder / file)
        return _compare(folder)


def _compare(folder: Path) -> int:
    ours = _ours(folder)
    print(f"Heard: {json.dumps(ours['counts'])}")
    python = _validator_python()
    if python is None:
        _print_alone(ours, _best(lambda: _run(_our_command(folder))))
        return 0
    theirs = _theirs(python, folder)
    print(f"Validator: {json.dumps(theirs['counts'])}")
    if theirs["counts"] != ours["counts"]:
        print("The counts differ: the times would compare unequal work.")
        return 1
    ours, theirs = _better(ours, _ours(folder)), _better(theirs, _theirs(python, folder))
    fits = [
        _line("reading and checking, in process", ours["whole"], theirs["whole"], AIM),
        _line("the rules alone, in process", ours["rules"], theirs["rules"], AIM),
        _whole_commands(python, folder),
    ]
    if not all(fits):
        print(_WHY_MISSED)
    return 0


def _better(first: dict, second: dict) -> dict:
    """The better of two turns: another program may have been at work during one of them."""
    return {key: min(first[key], second[key]) for key in ("whole", "rules")}


def _ours(folder: Path) -> dict:
    """The counts, and the seconds of reading with checking, and of checking alone."""
    reading = read_return(folder)
    counts = check(reading)
    return {
        "counts": counts,
        "whole": _best(lambda: check(read_return(folder))),
        "rules": _best(lambda: check(reading)),
    }


def _theirs(python: Path, folder: Path) -> dict:
    return json.loads(_run(_their_command(python, folder, ROUNDS)))


def _whole_commands(python: Path, folder: Path) -> bool:
    """From the start of a new process to its end; there is no such command in the validator."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: _run(_our_command(folder))))
        theirs.append(_seconds(lambda: _run(_their_command(python, folder, 0))))
    return _line("a whole command, a new process", min(ours), min(theirs), 1)


def _our_command(folder: Path) -> list[str]:
    if "check" in names():
        return [sys.executable, "-m", "heard.cli.main", "check", "ssda903", str(folder), "--json"]
    code = (
        "import sys; from heard.edges.integrations.systems.ssda903 import run_check; "
        "sys.exit(run_check(sys.argv[1], True, sys.stdout, sys.stderr))"
    )
    return [sys.executable, "-c", code, str(folder)]


def _their_command(python: Path, folder: Path, rounds: int) -> list[str]:
    return [str(python), "-c", THEIRS, str(rounds), *(str(folder / file) for file in FILES)]


def _validator_python() -> Path | None:
    """The interpreter of the validator's environment, made now if it is not there yet."""
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if (HOME / "ready").exists():
        return python
    print(f"Installing {VALIDATOR} into {HOME.relative_to(HOME.parent.parent)} ...", flush=True)
    try:
        _run([sys.executable, "-m", "venv", "--clear", str(HOME)])
        _run([str(python), "-m", "pip", "install", "--quiet", VALIDATOR])
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()[-1:]
        print(f"It could not be installed, so there is nothing to compare with: {last}")
        return None
    (HOME / "ready").touch()
    return python


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _best(work: Callable[[], object]) -> float:
    work()
    return min(_seconds(work) for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _line(what: str, ours: float, theirs: float, aim: int) -> bool:
    times = theirs / ours
    verdict = "met" if times >= aim else "MISSED"
    print(
        f"{what}: Heard {ours * 1000:.0f} ms, validator {theirs * 1000:.0f} ms, "
        f"{times:.1f} times as fast (aim: {aim}, {verdict})"
    )
    return times >= aim


def _print_alone(ours: dict, command: float) -> None:
    print(f"reading and checking, in process: Heard {ours['whole'] * 1000:.0f} ms")
    print(f"the rules alone, in process: Heard {ours['rules'] * 1000:.0f} ms")
    print(f"a whole command, a new process: Heard {command * 1000:.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
