"""heard demo: an invented authority to try everything with."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from heard.cli.main import BadInput, set_up_django

HELP = "run Heard with an invented authority, on this machine only"
EXAMPLES = """examples:
  heard demo
  heard demo --port 8080
  heard demo --fresh          (make Northmoor again, for today)

Everything lies in HEARD_DATA/demo, apart from a real deployment. Nobody in it is real."""
SETTINGS = "heard.config.settings.demo"
HEARD = [sys.executable, "-m", "heard.cli.main"]


def add(parser: argparse.ArgumentParser) -> None:
    """Take the port, and whether to begin again."""
    parser.add_argument("--port", type=int, default=8000, help="the port (8000)")
    parser.add_argument("--fresh", action="store_true", help="forget the demo made before")
    parser.add_argument("--children", type=int, default=300, help=argparse.SUPPRESS)
    parser.add_argument("--only-make", action="store_true", help="make it, and do not serve it")


def run(arguments: argparse.Namespace) -> int:
    """Make Northmoor once, then become the web server. Raises BadInput for a database in use."""
    _own_folder(arguments.fresh)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    set_up_django(SETTINGS)
    _make_once(arguments.children)
    if not arguments.only_make:
        _serve(arguments.port)
    return 0


def _serve(port: int) -> None:
    """Answer browsers, with a worker beside it, until somebody ends it."""
    os.environ["HEARD_ADDRESS"] = f"http://localhost:{port}"
    print(f"Northmoor is ready: http://localhost:{port}   (Ctrl+C ends it)", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    worker = subprocess.Popen([*HEARD, "worker"])
    try:
        subprocess.run([*HEARD, "serve", "--port", str(port), "--workers", "2"], check=False)
    except KeyboardInterrupt:  # how a demo ends
        pass
    finally:
        worker.terminate()
        worker.wait(timeout=30)


def _own_folder(fresh: bool) -> None:
    from heard.config import env

    folder = env.data_folder() / "demo"
    if fresh:
        shutil.rmtree(folder, ignore_errors=True)
    os.environ["HEARD_DATA"] = str(Path(folder))


def _make_once(children: int) -> None:
    from django.core.management import call_command

    from heard.foundations.deployment import clock
    from heard.foundations.deployment.queries import deployment

    call_command("migrate", interactive=False, verbosity=0)
    name = deployment().name
    if name not in {"", "Northmoor"}:
        raise BadInput(f"This database belongs to {name}. The demo needs one of its own.")
    if not name:
        from demo.northmoor import make

        print(f"Making Northmoor: {children} invented children, two years of life ...", flush=True)
        make(clock.today(), children)
