"""Settings of the tests: as a deployment, with fast passwords and a folder of its own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Never the folder of a real deployment or of the demo, whatever the environment says. One for
# each process of the test runner, and the same for the programs that it starts.
if "TESTS_OF_HEARD_FOLDER" not in os.environ:
    os.environ["TESTS_OF_HEARD_FOLDER"] = tempfile.mkdtemp(prefix="heard-tests-")
    atexit.register(shutil.rmtree, os.environ["TESTS_OF_HEARD_FOLDER"], ignore_errors=True)
_folder = Path(os.environ["TESTS_OF_HEARD_FOLDER"], os.environ.get("PYTEST_XDIST_WORKER", "one"))
os.environ["HEARD_DATA"] = str(_folder)
os.environ["HEARD_TODAY"] = "2026-11-23"

from heard.config.settings.base import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
