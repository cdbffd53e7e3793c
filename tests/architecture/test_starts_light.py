"""Heard starts light: polars is loaded by what reads and writes files, never by a start.

It takes half a second, and it starts threads, after which the web server may not copy itself.
"""

import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
import threading
from pathlib import Path
import django
django.setup()
from heard.cli.pages import load_pages
load_pages()
print("polars" in sys.modules, len(list(Path("/proc/self/task").iterdir())))
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux counts threads in /proc")
@pytest.mark.parametrize("more", ["", "import polars"], ids=["Heard", "the control"])
def test_all_pages_load_without_polars_and_with_one_thread(more: str) -> None:
    environment = {"DJANGO_SETTINGS_MODULE": "heard.config.settings.tests"}
    code = more + LOADED
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    polars, threads = done.stdout.split()
    assert (polars == "False", threads == "1") == ((True, True) if not more else (False, False))
