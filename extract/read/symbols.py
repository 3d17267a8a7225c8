"""Turns what a font's code says into what a reader sees: signs, ligatures, look-alike letters, hyphens."""

from __future__ import annotations

import re

SPACES = frozenset(" \t\r\n\v\f\u00a0\u1680\u202f\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))
NOTHING = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\x00")
"""Characters that take no room and mean nothing in a word."""
UNREADABLE = "\ufffd"
"""Stands for a glyph whose meaning the file does not tell."""

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
# pdfium writes U+0002 or U+FFFE for a hyphen that ends a line; a soft hyphen that is drawn is a hyphen.
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2010: "-", 0x2011: "-"}
PLAIN = {**_LIGATURES, **_HYPHENS, **{ord(c): None for c in NOTHING}}
"""For str.translate: one reading whatever the font."""
NEEDS_PLAIN = re.compile("[" + "".join(re.escape(chr(c)) for c in PLAIN) + "]")

_PRIVATE = 0xF000
"""Fonts of signs put their codes here."""
_SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xAB: "↔", 0x2D: "−", 0xD6: "√", 0xA5: "∞", 0xBC: "…",
    0xA8: "♦", 0xE0: "◊", 0xD8: "¬", 0x6D: "µ", 0x44: "Δ", 0x53: "Σ",
}  # fmt: skip
_WINGDINGS = {
    0x9F: "•", 0x6C: "●", 0xA1: "○", 0x6E: "■", 0x6F: "□", 0xA7: "▪", 0xA8: "◻", 0x71: "❑", 0x72: "❒",
    0x75: "◆", 0x76: "❖", 0x77: "⬥", 0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0xFD: "☒", 0xD8: "➢", 0x4A: "☺",
    0x4B: "😐", 0x4C: "☹", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙",
    0xE6: "↘", 0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEB: "↖", 0xEC: "↗", 0xED: "↙", 0xEE: "↘",
    0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⇔", 0xAB: "★", 0xA4: "◉", 0x46: "☞", 0x2D: "-",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0x96: "•"}
_WINGDINGS_3 = {
    0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x6A: "↖", 0x6B: "↗", 0x6C: "↙", 0x6D: "↘", 0x6E: "↔",
    0x6F: "↕", 0x70: "▲", 0x71: "▼", 0x72: "△", 0x73: "▽", 0x74: "◀", 0x75: "▶", 0x7D: "▶", 0x7C: "◀",
    0xC7: "←", 0xC8: "→", 0xC9: "↑", 0xCA: "↓",
}  # fmt: skip
_WEBDINGS = {
    0x33: "◀",
    0x34: "▶",
    0x35: "▲",
    0x36: "▼",
    0x61: "✓",
    0x72: "✗",
    0x6E: "●",
    0x67: "■",
    0x63: "□",
}
_UNKNOWN_FONT = {0xB7: "•", 0xA7: "▪", 0xFC: "✓", 0xD8: "➢", 0x6F: "o"}
"""Private codes that mean the same in every document, whatever the font calls itself."""
_TABLES = (
    ("wingdings3", _WINGDINGS_3), ("wingdings2", _WINGDINGS_2), ("wingding", _WINGDINGS),
    ("webding", _WEBDINGS), ("symbol", _SYMBOL),
)  # fmt: skip

_CYRILLIC_GREEK = "АВЕЅІЈКМНОРСТУХЗаеорсухіјѕһԁԛԝᴀ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν"
_LATIN = "ABESIJKMHOPCTYX3aeopcyxijshdqwA" + "ABEZHIKMNOPTYXoiv"
LOOK_ALIKES = dict(zip(map(ord, _CYRILLIC_GREEK), _LATIN, strict=True))
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")


def signs(text: str, font: str) -> str:
    """The text of a font of signs, or private codes of any font, as the signs it shows.

    One character in gives one character out, so positions stay true.
    """
    name = font.replace(" ", "").replace("-", "")
    table = next((t for key, t in _TABLES if key in name), None)
    return "".join(_sign(c, table) for c in text)


def _sign(letter: str, table: dict[int, str] | None) -> str:
    code = ord(letter)
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        code -= _PRIVATE
        if table is _SYMBOL and code not in table and code < 0x7F:  # figures and stops are themselves
            return chr(code)
        return (table or _UNKNOWN_FONT).get(code, UNREADABLE)
    if table is None or table is _SYMBOL or code > 0xFF or letter in SPACES:
        # pdfium already reads the letters of the standard Symbol font
        return letter
    return table.get(code, UNREADABLE)


def latin(word: str) -> str:
    """The word with Cyrillic and Greek look-alikes replaced, when it is a Latin word otherwise."""
    foreign = _FOREIGN.findall(word)
    if not foreign or any(ord(c) not in LOOK_ALIKES for c in foreign):
        return word
    if not any("A" <= c <= "Z" or "a" <= c <= "z" for c in word):
        return word
    return word.translate(LOOK_ALIKES)


def is_foreign(word: str) -> bool:
    """Whether it holds a Cyrillic or Greek letter that no Latin one looks like."""
    return any(ord(c) not in LOOK_ALIKES for c in _FOREIGN.findall(word))


def lone_look_alike(word: str) -> str:
    """A word made of look-alikes alone, in Latin letters; for pages that are Latin otherwise."""
    letters = [c for c in word if c.isalpha()]
    if letters and all(ord(c) in LOOK_ALIKES for c in letters):
        return word.translate(LOOK_ALIKES)
    return word
