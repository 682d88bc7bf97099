"""The drawings of the icons: SVG on a grid of 24, lines for tools, distinct solids for verdicts."""

from __future__ import annotations

LINES = {
    "check": '<path d="M9 3h6v3H9zM8 4.5H5.5v16h13v-16H16M9 13l2.2 2.2L15.5 11"/>',
    "people": '<circle cx="9" cy="8" r="3.5"/><path d="M3 20c0-4 2.5-6 6-6s6 2 6 6M16 5a3.5 3.5 0 0 1 0 '
    '6.5M17.5 14.5c2.3.7 3.5 2.5 3.5 5.5"/>',
    "note": '<path d="M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5"/>',
    "rule": '<path d="M5 4h11l3 3v13H5zM9 10h6M9 13h6M9 16h4"/>',
    "log": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "stat": '<path d="M5 20V11M12 20V4M19 20v-6M3 20.5h18"/>',
    "gear": '<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 '
    '2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5.5 5.5"/>',
    "down": '<path d="M6 9l6 6 6-6"/>',
    "right": '<path d="M9 6l6 6-6 6"/>',
    "x": '<path d="M6 6l12 12M18 6L6 18"/>',
    "min": '<path d="M6 12h12"/>',
    "max": '<path d="M6 6h12v12H6z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "more": '<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>',
    "pin": '<path d="M9 4h6l-1 6 3 3H7l3-3zM12 13v7"/>',
    "img": '<path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4"/><circle cx="15.5" cy="9" r="1.2"/>',
    "tick": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "copy": '<path d="M9 9h11v11H9zM15 9V4H4v11h5"/>',
    "undo": '<path d="M9 6L5 10l4 4M5 10h9a5 5 0 0 1 0 10h-3"/>',
    "qr": '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v6M14 20h3"/>',
}
"""Drawn as lines in one colour."""

SOLIDS = {
    "violation": '<circle cx="12" cy="12" r="11" fill="F"/><path d="M8 8l8 8M16 8l-8 8" stroke="S"/>',
    "unsure": '<path d="M12 1l11 11-11 11L1 12z" fill="F" stroke="F" stroke-width="1"/>'
    '<path d="M9.2 9.6a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4 1-1.4 2" fill="none" stroke="S" stroke-width="2"/>'
    '<circle cx="12" cy="17" r="1.3" fill="S"/>',
    "ok": '<circle cx="12" cy="12" r="10" fill="none" stroke="F" stroke-width="2"/>'
    '<path d="M7.5 12.4l3 3 6-6.4" stroke="F" fill="none"/>',
    "app": '<path d="M3 5a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-6l-5 5v-5H6a3 3 0 0 1-3-3z" '
    'fill="F"/><path d="M8 9.8l3 3 5.2-5.6" stroke="S" fill="none"/>',
}
"""Drawn in two colours: F the shape, S the sign cut out of it."""


def svg(name: str, *, colour: str, surface: str, small: bool) -> str:
    """The drawing as an SVG document; `small` thickens lines that are shown at 16 pixels or less."""
    if name in SOLIDS:
        body = SOLIDS[name].replace('"F"', f'"{colour}"').replace('"S"', f'"{surface}"')
        return _document(body, 'stroke-width="2.4"')
    width = "1.9" if small else "1.75"
    return _document(LINES[name], f'fill="none" stroke="{colour}" stroke-width="{width}"')


def _document(body: str, attributes: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" {attributes} '
        f'stroke-linecap="round" stroke-linejoin="round">{body}</svg>'
    )
