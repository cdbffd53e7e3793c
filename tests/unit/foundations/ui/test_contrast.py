"""Words can be read: every pair of colours that carries words passes WCAG AA, day and night."""

import re
from pathlib import Path

import pytest

SASS = Path(__file__).resolve().parents[4] / "frontend" / "sass"
COLOUR = re.compile(r"--heard-([a-z-]+): (#[0-9a-f]{6});")

# Words, and the grounds that they stand on: 4.5 to 1.
WORDS = [
    *[(ink, ground) for ink in ("ink", "ink-soft") for ground in ("paper", "quiet")],
    *[(ink, ground) for ink in ("teal", "teal-deep", "wrong") for ground in ("paper", "quiet")],
    *[(ink, "paper") for ink in ("visited", "plum", "sky", "leaf", "clay")],
    ("said", "warm"),
    ("said-by", "warm"),
    ("on-teal", "teal"),
    ("on-teal", "teal-deep"),
    ("ink", "teal-quiet"),
    ("teal", "teal-quiet"),
    ("teal-deep", "teal-quiet"),
    ("paper", "ink"),
]
# Edges of boxes, rings of focus, marks: 3 to 1.
EDGES = [("edge", "paper"), ("edge", "quiet"), ("ring", "paper"), ("ring", "halo")]


def block(text: str, opening: str) -> str:
    """The text between the braces that follow `opening`."""
    start = text.index(opening) + len(opening)
    depth, place = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        place += 1
    return text[start:place]


def palettes() -> dict[str, dict[str, str]]:
    tokens, looks = (SASS / "_tokens.scss").read_text(), (SASS / "_looks.scss").read_text()
    light = dict(COLOUR.findall(block(tokens, "@mixin light {")))
    night = dict(COLOUR.findall(block(tokens, "@mixin dark {")))
    found = {"staff light": light, "staff dark": light | night}
    for look in ("child", "young", "family"):
        own = block(looks, f".look-{look} {{")
        dark = block(own, "@include dark {")
        day = dict(COLOUR.findall(own.replace(dark, "")))
        found[f"{look} light"] = light | day
        found[f"{look} dark"] = light | night | day | dict(COLOUR.findall(dark))
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", palettes())
def test_words_and_edges_can_be_seen(name: str) -> None:
    palette = palettes()[name]
    least = dict.fromkeys(WORDS, 4.5) | dict.fromkeys(EDGES, 3.0)
    faint = {
        pair: round(contrast(palette[pair[0]], palette[pair[1]]), 2)
        for pair, ratio in least.items()
        if contrast(palette[pair[0]], palette[pair[1]]) < ratio
    }
    assert faint == {}
