"""The shapes of references and the words that make none, for `refs`."""

from __future__ import annotations

import re

from agendapack.schemas import from_words, vocabulary

DASH = r"[-–—‑]"
# The shapes, the most telling first; blanks include line breaks.
SHAPES = {
    "hierarchical": r"(?P<h1>[A-Z]{2,5})"
    rf"(?:(?P<h2>\d{{1,2}})\s?{DASH}?\s*|\s(?P<h3>\d{{1,2}})\s?{DASH}\s*)"
    r"(?P<h4>\d{1,2}\.)(?P<h5>\d{1,2})(?![.]?\d)",
    "dotted": r"(?P<d1>[A-Z]{1,5}[-/ ]?)"
    r"(?P<d2>\d{1,3}(?:\.\d{1,3})*\.)(?P<d3>\d{1,3})(?P<d4>[A-Za-z]?)(?![.]?\d)",
    "slashed": r"(?P<s1>[A-Z]{1,5}(?:/[A-Z]{1,5})*/(?:\d{1,4}/)?)(?P<s2>\d{1,4})(?P<s3>[A-Za-z]?)(?![./]?\d)",
    "dashed": r"(?P<m1>[A-Z]{1,5}(?:-[A-Z]{1,5})*-(?:\d{4}-)?)(?P<m2>\d{1,4})(?P<m3>[A-Za-z]?)(?![.]?\d)",
    "two": r"(?P<t1>[A-Z]{2,5})\s+(?P<t2>[A-Z]{1,3})(?P<t3>\s?)(?P<t4>\d{1,4})(?P<t5>[A-Za-z]?)(?![.]?\d)",
    "glued": rf"(?P<g1>[A-Z]{{1,5}})(?P<g2>\d{{1,4}})(?P<g3>[A-Za-rt-z]?)(?![.]?\d)"
    rf"(?!{DASH}\s*(?:$|[,;]|\d+\.(?!\d)|(?!(?P=g1))[A-Z]))",
    "spaced": r"(?P<p1>[A-Z]{2,5})\s+(?P<p2>\d{1,4})(?P<p3>[A-Za-z]?)(?![.]?\d)(?!\s*%)",
}
START = re.compile(
    r"(?<![\w£/.-])(?:" + "|".join(f"(?P<{k}>{v})" for k, v in SHAPES.items()) + r")(?![A-Za-z])"
)
POSTCODE = re.compile(r"[A-Z]{1,2}\d[\dA-Z]?\s*\d[A-Z]{2}\b")
YEAR = re.compile(r"(?:19|20)\d\d")
# What may stand between the items of a list. A bare number must not run on into words ("NI 52, 25 pupils").
# A comma left out is forgiven where the list goes on with one ("NI 54 88, 109").
COMMA = r"(?:\s*(?:[,;&+/]|\band\b|\n)\s*(?:and\b\s*|&\s*)?|\s+(?=\d{1,3}\s*,\s*\d))"
RANGE = rf"\s*(?:{DASH}+|\bto\b|\bthrough\b)\s*"
NEXT = re.compile(
    rf"(?:(?P<range>{RANGE})|(?P<list>{COMMA}))(?P<stem>(?:[A-Z]{{1,2}}(?=\d)|(?:\d{{1,3}}\.)+)?)"
    rf"(?P<number>\d{{1,4}})(?P<suffix>[a-z](?![a-z]))?(?![.]?\d|\w|\s*%)(?!\s*(?!(?:and|to|or)\b)[a-z])"
)
WHOLE_CELL = re.compile(
    r"[A-Z]{1,2}\d{1,3}[a-z]?|\d{1,2}(?:\.\d{1,2}){2,3}|\d{1,2}\.\d{1,2}[a-z]"
    r"|[A-Z][A-Za-z]{1,5}(?:[-/.]\d{1,3}(?:\.\d{1,2})?|\d{1,3}(?:\.\d{1,2})?)[a-z]?"
    r"|[A-Z]{1,5}(?:[-/&][A-Z]{1,5}){1,2} ?\d{1,4}[a-z]?"  # "TB-AN 01"
)
ONE_LETTER_LIST = re.compile(
    r"[A-Z]\d{1,3}+(?:\.\d{1,3}+)*+[a-z]?+(?:\s*+[,;/&–-]?+\s*+[A-Z]?+\d{1,3}+(?:\.\d{1,3}+)*+[a-z]?+)*+"
)
OF_TWO_NUMBERS = re.compile(
    r"(?P<letters>[A-Z]{2,5})\s?(?:\d{1,4}/\d{1,4}[a-z]?|\d{1,3}[a-z]?\((?:\d{1,2}|[a-z]|[ivx]{2,4})\))"
)
"""Letters, a year or an aim, a number: "PAY 25/03", "OBJ2/1"; or a number and a part of it: "RP02(1)"."""
BROKEN = re.compile(r"(?<=[A-Z][-/])[ \t]*\n\s*(?=\d)|(?<=[A-Z]\d[-/])[ \t]*\n\s*(?=\d)")
"""Where a line ends behind the mark of a reference."""
LOOSE_MARK = re.compile(r"\s*([-–—‑/])\s*")
DATE_LIKE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)?\d\d")


@from_words
def families() -> frozenset[str]:
    """Letters that make a reference with any number."""
    return frozenset(vocabulary("refs")["families"])


@from_words
def national() -> frozenset[str]:
    """Letters of national sets: every pack means the same by "NI123" and "NI 123"."""
    return frozenset(vocabulary("reference_sets")["national"])


@from_words
def not_prefixes() -> frozenset[str]:
    """Words before a number that make no reference."""
    return frozenset(word for line in vocabulary("refs")["not_a_prefix"] for word in line)


@from_words
def not_refs() -> frozenset[str]:
    """Texts of the shape of a reference that are none."""
    return frozenset(vocabulary("refs")["not_a_ref"])
