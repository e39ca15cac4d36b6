"""Badges of a contract as SVG: small pictures for a README, without a script or a foreign font."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import east_asian_width

from markupsafe import Markup

from bot.core.phases import Phase
from bot.core.text import shortened, visible
from site_gen.catalogue import Entry
from site_gen.file_paths import BADGES, badge_file
from site_gen.page import Asset
from site_gen.scene import Scene

_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img"'
    ' aria-labelledby="t" font-family="Verdana, DejaVu Sans, Geneva, sans-serif" font-size="11">'
    '<title id="t">{label}: {value}</title>'
    '<rect width="{width}" height="20" rx="3" fill="#444"/>'
    '<path d="M{left} 0h{inner}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{inner}z" fill="{colour}"/>'
    '<g fill="#fff" aria-hidden="true">'
    '<text x="6" y="14" textLength="{label_text}" lengthAdjust="spacingAndGlyphs">{label}</text>'
    '<text x="{start}" y="14" textLength="{value_text}" lengthAdjust="spacingAndGlyphs">{value}'
    "</text></g></svg>\n"
)
_LONGEST = 60
_PADDING = 6
_NARROW, _WIDE, _NORMAL = "fijlrtI.,:;|'()[]! ", "mwMW@%", 7.0
_BLUE, _GREEN, _AMBER, _RED, _GREY = "#0b5cad", "#1b6e2b", "#8a4b00", "#b3261e", "#5a5f66"
"""Each has a contrast of 5 : 1 or more with white (WCAG 2.2, criterion 1.4.3)."""
_PHASES: Mapping[Phase, str] = {
    Phase.ACTIVE: _GREEN,
    Phase.DEPRECATED: _AMBER,
    Phase.RETIRED: _RED,
}


def badge_assets(scene: Scene, entry: Entry) -> Iterator[Asset]:
    """Yield the badges of a contract."""
    days = (ending.day.isoformat() for ending in scene.endings_of.get(entry.id, ()))
    removal = next(days, None)  # the first to go comes first
    for kind in BADGES:
        value, colour = _told(scene, entry, kind, removal)
        data = badge(scene.t(f"badge.{kind}"), value, colour)
        yield Asset(path=badge_file(entry.id, kind), data=data, language=scene.language)


def _told(scene: Scene, entry: Entry, kind: str, removal: str | None) -> tuple[str, str]:
    t = scene.t
    match kind:
        case "version":
            return entry.head.version, _BLUE
        case "status":
            phase = entry.phase
            word = t.term("status", phase or entry.head.status or "unknown")
            return word, _PHASES.get(phase, _GREY) if phase else _GREY
        case "compatibility":
            _, mode = scene.catalogue.judging.ruleset(entry.head)
            return str(mode), _BLUE
        case _:
            return (removal, _AMBER) if removal else (t("badge.none"), _GREEN)


def badge(label: str, value: str, colour: str) -> bytes:
    """Return a badge of two texts of unknown origin, the second one on a colour."""
    label, value = (shortened(visible(text), _LONGEST) for text in (label, value))
    label_text, value_text = _width(label), _width(value)
    left = label_text + 2 * _PADDING
    inner = value_text + 2 * _PADDING - 3
    text = _SVG.format(
        width=left + inner + 3,
        left=left,
        inner=inner,
        start=left + _PADDING,
        label=label,
        value=value,
        label_text=label_text,
        value_text=value_text,
        colour=colour,
    )
    return text.encode("utf-8", "xmlcharrefreplace")


def _width(text: str) -> int:
    """Return about how wide a text is in pixels; the picture then fits it to this width."""
    return round(sum(map(_wide, text)))


def _wide(char: str) -> float:
    if char in _NARROW:
        return _NORMAL * 0.57
    wide = char in _WIDE or east_asian_width(char) in ("W", "F")
    return _NORMAL * 1.6 if wide else _NORMAL
