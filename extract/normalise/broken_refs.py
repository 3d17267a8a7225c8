"""Normalise: references torn apart by a text layer ("QX A0 7") go in, whole ones (QX A07) come out."""

from __future__ import annotations

import re
from collections.abc import Collection

from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.normalise.words import LONGEST_VALUE

AROUND = 60
"""Characters on either side of a blank that a reference around it, or a list it is one of, may take."""
_GAP = re.compile(r"(?<=\d)\s(?=\d)")


def rejoined_refs(text: str, known: Collection[str]) -> str:
    """The text without blanks inside numbers that stand between it and a known reference.

    A blank stays where what stands before it is a known reference itself: "NI 5 7" may be two.
    """
    if len(text) > LONGEST_VALUE:
        return text
    for gap in reversed(list(_GAP.finditer(text))):
        before = text[max(0, gap.start() - AROUND) : gap.start()]
        behind = text[gap.end() : gap.end() + AROUND]
        if _gained(before + gap[0] + behind, before + behind, known):
            text = text[: gap.start()] + text[gap.end() :]
    return text


def _gained(torn: str, whole: str, known: Collection[str]) -> bool:
    """Whether the whole text names more known references and no fewer of those the torn one names."""
    before = {found.ref for found in find_refs(torn)} & set(known)
    return before < {found.ref for found in find_refs(whole)} & set(known)
