"""Normalise: a record's own text in, the reference or number that it begins with and the rest out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.normalise.text import bulleted_lines

MIN_LED = 2
"""Texts that begin with references, from which these are those of their records."""
MIN_NUMBERED = 3
"""Texts that are numbered through, from which the numbers are their references."""
LED_SHARE = 0.8
"""Share of the texts that begin with a reference, and of the references that come once."""
_LETTERED = (
    r"[A-Z]{1,5}(?:[ -][A-Z]{2,5})?[ -]?\d{1,3}(?:\.\d{1,2})*[A-Za-z]?"
    r"|[A-Z]{1,5}(?:/[A-Z]{0,5}\d{1,4}){1,3}[A-Za-z]?"  # "QP/24/03"
)
_LEVELS = r"\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?"
_LED = re.compile(
    rf"(?:[•▪●◦*–—-]\s*)?(?:(?P<ref>{_LETTERED})|(?P<levels>{_LEVELS}))(?![\w/%])[ \t]*"
    r"(?:[:.)–—-](?=\s)|(?=\s))\s*(?P<text>\S.*)",
    re.DOTALL,
)
_LAST = re.compile(r"(?P<stem>.*?)\s?(?P<number>\d{1,3})(?P<letter>[A-Za-z]?)")
"""A reference: what a list shares, and what counts its entries."""
_NUMBERED = re.compile(r"\s*\(?(?P<ref>\d{1,3})[.)]\s+(?P<text>\S.*)", re.DOTALL)

_BY_LETTER = re.compile(r"\s*\(?(?P<ref>[a-z])[.)]\s+(?P<text>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Led:
    """A text that a reference leads, and the line of its cell on which it begins."""

    ref: str
    text: str
    line: int = 0


def led_by_ref(text: str) -> Led | None:
    """The text behind the reference that it begins with, lettered or of levels ("2.1"); None without one."""
    found = _LED.fullmatch(text.strip())
    if found is None or found["ref"] and not is_ref(found["ref"]):
        return None
    return Led(found["ref"] or found["levels"], found["text"])


def listed(text: str, led: str) -> list[Led]:
    """The entries of a text that begins as `lead` says, each on a line of its own with the next reference."""
    if led == "number":
        return numbered(text)
    lines = text.split("\n")
    starts: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        own = led_by_ref(line)
        if own and (_follows(starts[-1][1], own.ref) if starts else not at):
            starts.append((at, own.ref))
    spans = pairwise([*(at for at, _ in starts), len(lines)])
    whole = ((a, led_by_ref("\n".join(lines[a:b]))) for a, b in spans)
    return [Led(own.ref, own.text, at) for at, own in whole if own]


def _follows(ref: str, other: str) -> bool:
    """Whether another reference is the next of a list: "QA3" or "QA2b" after "QA2a", "2.2" after "2.1"."""
    own, its = _LAST.fullmatch(ref), _LAST.fullmatch(other)
    if not own or not its or own["stem"] != its["stem"]:
        return False
    steps = int(its["number"]) - int(own["number"])
    return steps == 1 or steps == 0 and own["letter"] < its["letter"] or steps > 1 and own["stem"].isalpha()


def numbered(text: str) -> list[Led]:
    """The entries of a text that begins with a number, each with the next number on a line of its own."""
    lines, entries = text.split("\n"), list[Led]()
    starts: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        found = _NUMBERED.fullmatch(line)
        if found and (int(found["ref"]) == starts[-1][1] + 1 if starts else not at):
            starts.append((at, int(found["ref"])))
    for (at, number), (end, _) in pairwise([*starts, (len(lines), 0)]):
        whole = _NUMBERED.fullmatch("\n".join(lines[at:end]))
        entries += [Led(str(number), whole["text"], at)] if whole else []
    return entries


def lettered(text: str) -> list[Led]:
    """The entries of a text that begins with "a)", each with the next letter on a line of its own."""
    lines, starts = text.split("\n"), list[int]()
    for at, line in enumerate(lines):
        found = _BY_LETTER.fullmatch(line)
        if found and (ord(found["ref"]) == ord("a") + len(starts)) and (starts or not at):
            starts.append(at)
    whole = ((a, _BY_LETTER.fullmatch("\n".join(lines[a:b]))) for a, b in pairwise([*starts, len(lines)]))
    return [Led(found["ref"], found["text"], at) for at, found in whole if found]


def bulleted(text: str) -> list[Led]:
    """The entries of a text behind bullets, without what heads them."""
    opened, lines = bulleted_lines(text), text.split("\n")
    spans = pairwise([*opened, len(lines)])
    return [Led("", "\n".join(lines[a:b])[opened[a] :], a) for a, b in spans]


def lead(texts: Sequence[str]) -> str:
    """What the texts of a column, or the entries they list, begin with that tells records apart.

    `ref`, `number`, or nothing.
    """
    if _are_led(texts) or _are_led([e.text for text in texts for e in bulleted(text) or [Led("", text)]]):
        return "ref"
    lists = [numbered(text) for text in texts]
    numbers = [int(entry.ref) for entries in lists for entry in entries]
    through = all(b == a + 1 for a, b in pairwise(numbers))
    return "number" if all(lists) and len(numbers) >= MIN_NUMBERED and through else ""


def _are_led(texts: Sequence[str]) -> bool:
    """Whether references lead the texts, each its own."""
    refs = [found.ref for text in texts if (found := led_by_ref(text))]
    often = len(refs) >= max(MIN_LED, LED_SHARE * len(texts))
    return often and len(set(refs)) >= LED_SHARE * len(refs)
