"""The GOV.UK components, from the port that a public body keeps, by their own names.

The port asks its options whether they were given, so it needs the lenient kind of "undefined";
our own templates need the strict kind. Hence two environments, and this is the lenient one.
"""

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader, Template
from markupsafe import Markup

PACKAGE = "govuk_frontend_jinja"
TEXTAREA = re.compile(r"(<textarea\b[^>]*>)(.*?)(</textarea>)", re.DOTALL)
Component = Callable[..., Markup]


@functools.cache
def environment() -> Environment:
    """Return the environment of the port's own templates, made once."""
    return Environment(
        loader=PrefixLoader({PACKAGE: PackageLoader(PACKAGE)}),
        undefined=ChainableUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template(name: str) -> Template:
    """Return a template of the port by its full name, "govuk_frontend_jinja/..."."""
    return environment().get_template(name)


@functools.cache
def component(folder: str) -> Component:
    """Return the macro of a component by its folder's name ("date-input")."""
    module: Any = template(f"{PACKAGE}/components/{folder}/macro.html").module
    macro: Component = getattr(module, macro_name(folder))
    return macro


def macro_name(folder: str) -> str:
    """Turn "date-input" into "govukDateInput"."""
    return "govuk" + "".join(part.capitalize() for part in folder.split("-"))


def render(folder: str, params: Mapping[str, Any]) -> Markup:
    """Write a component with its parameters, named as in the GOV.UK Design System."""
    return _kept(component(folder)(params))


def _kept(drawn: Markup) -> Markup:
    """Write the line breaks of textareas as references.

    A component inside another is indented by the port, and HTML drops a first empty line: both
    would change what somebody wrote.
    """
    return Markup(TEXTAREA.sub(_one_line, drawn))  # noqa: S704  # drawn was escaped already


def _one_line(found: re.Match[str]) -> str:
    words = found[2].replace("\r\n", "\n").replace("\r", "\n")
    first = "&#10;" if words.startswith("\n") else ""
    return found[1] + first + words.replace("\n", "&#10;") + found[3]


def every() -> dict[str, Component]:
    """Return all components of the port by their macro names, each loaded when first used."""
    loader = PackageLoader(PACKAGE)
    paths = (path.split("/") for path in loader.list_templates())
    folders = sorted({path[1] for path in paths if path[0] == "components"})
    return {macro_name(folder): functools.partial(_call, folder) for folder in folders}


def _call(folder: str, params: Mapping[str, Any] | None = None, **rest: Any) -> Markup:
    return _kept(component(folder)(params or {}, **rest))
