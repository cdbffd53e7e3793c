"""The template environment of every page."""

from typing import Any

from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from heard.foundations.ui import fields, port, words
from heard.foundations.ui.help_lines import help_lines
from heard.kernel.ids import uuid7

# What a page may leave unsaid. A template that needs anything else and was not given it fails.
DEFAULTS: dict[str, Any] = {
    "look": "staff",
    "lang": "en-GB",
    "dir": "ltr",
    "nav": (),
    "user": None,
    "demo": False,
    "authority_name": "",
    "breadcrumbs": (),
    "back": None,
    "errors": (),
    "messages": (),
    "age": None,
}
FOOTER = (("ui:accessibility", "Accessibility statement"), ("ui:help", "Help"))


class HeardEnvironment(Environment):
    """Strict about our templates; the port's templates come from the port's own environment."""

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Template:
        """Return a template, the port's from where it can be lenient."""
        if isinstance(name, str) and name.startswith(f"{port.PACKAGE}/"):
            return port.template(name)
        return super().get_template(name, *args, **kwargs)


def environment(**options: Any) -> Environment:
    """Return the environment of every page: escaping on, a missing name is an error."""
    strict = {"undefined": StrictUndefined, "autoescape": True}
    env = HeardEnvironment(**{**options, **strict, "trim_blocks": True, "lstrip_blocks": True})
    env.filters.update(words.FILTERS)
    env.globals.update(DEFAULTS)
    env.globals.update(port.every())
    env.globals.update(
        url=url,
        static=static,
        csrf=csrf,
        footer_links=footer_links,
        help_lines=help_lines,
        field=fields.field,
        form_errors=fields.form_errors,
    )
    return env


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a named page; raises NoReverseMatch when there is none."""
    return reverse(name, args=args, kwargs=kwargs)


@pass_context
def csrf(context: Context) -> Markup:
    """Write the hidden fields that every form with method="post" needs.

    The token of the browser, and a number of this form's own: sent twice, it has one effect.

    Raises LookupError where the template has no request, as in a macro imported without context.
    """
    if "csrf_input" not in context:
        raise LookupError("csrf() needs the request: call it in the page, not in an imported macro")
    own = Markup('<input type="hidden" name="once" value="{}">').format(uuid7())
    return Markup(str(context["csrf_input"])) + own  # noqa: S704  # Django made it


def footer_links() -> list[dict[str, str]]:
    """Return the links of the footer whose pages this door has."""
    links = []
    for name, text in FOOTER:
        try:
            links.append({"href": reverse(name), "text": text})
        except NoReverseMatch:  # this door does not have the page
            continue
    return links
