"""WebKit, the engine of iPhones: Debian's WebKitGTK on a screen that nobody sees, by Selenium."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from selenium.webdriver import ActionChains, Keys, WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.journeys.browser import FOCUSED, RULES

DRIVER = shutil.which("WebKitWebDriver")
BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
LOOK = """
const done = arguments[arguments.length - 1];
axe.run(document, arguments[0]).then(
  found => done(found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)])));
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A screen of memory; its name is what X calls a display."""
    if shutil.which("Xvfb") is None or DRIVER is None or not BROWSERS:
        pytest.skip("WebKitGTK is not installed (apt-get install webkit2gtk-driver xvfb)")
    out, into = os.pipe()
    command = ["Xvfb", "-displayfd", str(into), "-screen", "0", "1400x1200x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[into], stderr=subprocess.DEVNULL)
    os.close(into)
    with os.fdopen(out) as said:
        yield f":{said.readline().strip()}"
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture
def webkit(screen: str) -> Iterator[WebKitGTK]:
    """A WebKit that nobody used before."""
    options = Options()
    options.binary_location = str(BROWSERS[-1])
    options.add_argument("--automation")
    # Its own sandbox needs rights that a test runner in a container does not have.
    more = {"DISPLAY": screen, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    driver = WebKitGTK(options, Service(DRIVER, env={**os.environ, **more}))
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


def press(driver: WebKitGTK, *keys: str) -> None:
    """Press keys, one after another."""
    ActionChains(driver).send_keys(*keys).perform()


def tab_to(driver: WebKitGTK, words: str, most: int = 60) -> None:
    """Press Tab until what has the focus says these words; nothing else is touched."""
    for _ in range(most):
        if words in (driver.execute_script(f"return ({FOCUSED})()") or ""):
            return
        press(driver, Keys.TAB)
    raise AssertionError(f"Tab never reached {words!r}")


def enter(driver: WebKitGTK, words: str) -> None:
    """Go to what says these words by Tab, press Enter, and wait for the page it leads to."""
    tab_to(driver, words)
    driver.execute_script("document.documentElement.dataset.before = 'yes'")
    press(driver, Keys.ENTER)
    gone = "return !document.documentElement.dataset.before && document.readyState === 'complete'"
    for _ in range(300):
        if driver.execute_script(gone):
            return
        driver.execute_async_script("setTimeout(arguments[0], 100)")
    raise AssertionError(f"{words!r} led nowhere")


def looked_at(driver: WebKitGTK, name: str, width: int = 390) -> None:
    """Check a page: no barrier, nothing cut off; with HEARD_PICTURES set, keep a picture of it."""
    driver.set_window_size(width, 900)
    driver.execute_script(AXE.read_text())
    found = driver.execute_async_script(LOOK, RULES)
    assert not found, found
    inner, whole = driver.execute_script(
        "return [window.innerWidth, document.documentElement.scrollWidth]"
    )
    assert whole <= inner, f"{name}: {whole} of {inner}"
    if folder := os.environ.get("HEARD_PICTURES"):
        driver.save_screenshot(f"{folder}/webkit-{name}.png")
