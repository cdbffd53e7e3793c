"""Settings of the tests: as a deployment, with fast passwords and a folder of its own."""

import os
import tempfile

os.environ.setdefault("HEARD_DATA", tempfile.mkdtemp(prefix="heard-tests-"))
os.environ.setdefault("HEARD_TODAY", "2026-11-23")

from heard.config.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
