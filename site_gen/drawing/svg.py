"""Writes a laid out graph as SVG: links, titles and a description, no style and no script.

The look is in `portal.css`; kinds differ in shape and say their word, not in colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_gen.drawing.layout import BOX_HEIGHT, BOX_WIDTH, Layout, Point, layout
from site_gen.escaping import json_attribute, shown

_LONGEST = 27
_LONGEST_NOTE = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What a box says. `href` is a link on the site, None where there is no page.

    `group` is what boxes are folded by, such as the domain; `focus` marks what the page is about.
    """

    label: str
    note: str
    kind: str
    href: str | None = None
    group: str = ""
    status: str = ""
    focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An arrow between two boxes, by their places; `sure` False draws it dashed."""

    source: int
    target: int
    label: str
    sure: bool = True


def drawing(  # noqa: PLR0913  # the drawing, and what is said of it
    boxes: Sequence[Box],
    lines: Sequence[Line],
    *,
    name: str,
    title: str,
    description: str,
    words: Mapping[str, str],
) -> Markup:
    """Return the SVG. `name` makes its ids unique on the page, `words` are for the script.

    Boxes stand in the document in the order in which they are read: by column, then from top to
    bottom, so that the keyboard goes the way the data goes.
    """
    placed = layout(len(boxes), ((line.source, line.target) for line in lines))
    order = sorted(range(len(boxes)), key=lambda box: (placed.columns[box], placed.boxes[box][1]))
    drawn = Markup("").join(_line(line, placed, name) for line in lines)
    written = Markup("").join(_box(boxes[box], placed.boxes[box], box) for box in order)
    return Markup(
        '<svg class="cs-graph" xmlns="http://www.w3.org/2000/svg" width="{width:.0f}"'
        ' height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" role="group"'
        ' aria-labelledby="{name}-title {name}-text" data-words="{words}">'
        '<title id="{name}-title">{title}</title><desc id="{name}-text">{text}</desc>'
        '<defs><marker id="{name}-tip" class="cs-tip" viewBox="0 0 8 8" refX="7" refY="4"'
        ' markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        '<g class="cs-lines-of">{lines}</g><g class="cs-boxes">{boxes}</g></svg>'
    ).format(
        width=placed.width,
        height=placed.height,
        name=name,
        title=shown(title),
        text=shown(description),
        words=json_attribute(dict(words)),
        lines=drawn,
        boxes=written,
    )


def _box(box: Box, corner: Point, number: int) -> Markup:
    x, y = corner
    focus = Markup(' aria-current="true"') if box.focus else Markup("")
    inner = Markup(
        "<title>{whole}</title>"
        '<rect x="{x:.0f}" y="{y:.0f}" width="{width}" height="{height}" rx="{round}"/>'
        '<text class="cs-label" x="{text:.0f}" y="{first:.0f}">{label}</text>'
        '<text class="cs-sub" x="{text:.0f}" y="{second:.0f}">{note}</text>'
    ).format(
        whole=f"{shown(box.label)}, {shown(box.note)}",
        x=x,
        y=y,
        width=BOX_WIDTH,
        height=BOX_HEIGHT,
        round=BOX_HEIGHT // 2 if box.kind == "data product" else 5,
        text=x + (20 if box.kind == "data product" else 10),
        first=y + 18,
        second=y + 34,
        label=_short(box.label, _LONGEST),
        note=_short(box.note, _LONGEST_NOTE),
    )
    told = Markup(
        ' class="cs-box" data-box="{number}" data-kind="{kind}" data-group="{group}"'
        ' data-status="{status}"'
    ).format(number=number, kind=box.kind, group=shown(box.group), status=shown(box.status))
    if box.href is None:
        return Markup(
            '<g{told}{focus} tabindex="0" role="img" aria-label="{whole}">{inner}</g>'
        ).format(
            told=told,
            focus=focus,
            whole=f"{shown(box.label)}, {shown(box.note)}",
            inner=inner,
        )
    return Markup('<a{told}{focus} href="{href}">{inner}</a>').format(
        told=told, focus=focus, href=box.href, inner=inner
    )


def _line(line: Line, placed: Layout, name: str) -> Markup:
    points = placed.routes.get((line.source, line.target))
    if points is None:
        return Markup("")
    return Markup(
        '<path class="cs-line" d="{path}" data-from="{source}" data-to="{target}"'
        ' data-sure="{sure}" marker-end="url(#{name}-tip)"><title>{label}</title></path>'
    ).format(
        path=_path(points),
        source=line.source,
        target=line.target,
        sure="yes" if line.sure else "no",
        name=name,
        label=shown(line.label),
    )


def _path(points: Sequence[Point]) -> str:
    """Return a smooth path through the points, level where it meets a box."""
    (x, y), *rest = points
    told = [f"M{x:.0f} {y:.0f}"]
    for to_x, to_y in rest:
        bend = (to_x - x) / 2
        told.append(f"C{x + bend:.0f} {y:.0f} {to_x - bend:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}")
        x, y = to_x, to_y
    return "".join(told)


def _short(text: str, longest: int) -> Markup:
    told = str(shown(text)).replace("\n", " ").replace("\t", " ")
    return escape(told if len(told) <= longest else f"{told[: longest - 1]}…")
