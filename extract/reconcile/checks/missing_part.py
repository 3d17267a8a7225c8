"""Check: a text that points to an appendix, table, section or paragraph that the pack has not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

MOST_BEYOND = 4
"""A number further behind the last one counts something else."""
MIN_SECTIONS = 2
"""Numbered sections, or paragraphs of one, that tell how a report is numbered."""
PARTS = {"appendix": "Appendix", "annex": "Appendix", "table": "Table", "section": "Section"}
_LABEL = r"(?P<label>\d{1,2}(?!\d)|[A-H](?![\w’']))(?![.:/]?\d|%)"
_POINTER = re.compile(
    rf"\b(?P<part>[Aa]ppendix|[Aa]nnex|[Tt]able|[Ss]ection)\s+{_LABEL}"
    r"|\b(?P<paragraph>[Pp]ara(?:graph|\.)?)\s+(?P<section>\d{1,2})\.(?P<number>\d{1,2})(?![.\d])"
)
_ELSEWHERE = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:(?:of|to|in|from|under)\s+(?!this\b)|Act\b|Officer|agreement|notice|application|plan\b|"
    r"grant|status|children|patients|below\s+of|[–-]\s+exempt|\(exempt)",
    re.IGNORECASE,
)
"""Behind a pointer into another document."""
_POINTS = re.compile(
    r"(?:\b(?:see|in|at|to|of|and|from|by|under|with|per)|[(,;])\s*$|(?:^|\.\s)[\d.]*\s*$", re.IGNORECASE
)
"""Before a pointer; or it begins the sentence."""
_PARTS = r"[Aa]ppendix|APPENDIX|[Aa]nnex|ANNEX|[Tt]able|TABLE|[Ss]ection|SECTION"
_HEADING = re.compile(rf"^(?P<part>{_PARTS})\s+{_LABEL}\s*(?:[:.–—-]|$|[A-Z(])")
_LISTED = re.compile(rf"\b(?P<part>{_PARTS})\s+{_LABEL}\s*[:–—-]\s")
"""One in a list of them, or a caption in a text."""

_SECTION = re.compile(r"^(\d{1,2})(?:\.(\d{1,2}))?\.?\s+\S")
Numbers = Mapping[str, frozenset[str]]


@check(
    kind="dangling_ref",
    title="Text points to a part that is not there",
    severity="warning",
    message="The text points to {part}; the last that the pack has is {last}: “{sentence}”",
    looks_at="lines, tables",
)
def missing_part(subject: Subject) -> Iterator[Hit]:
    """Only a part of a kind that the pack numbers from the first on, with none left out before it."""
    numbers = _numbers(subject)
    for said in subject.statements if numbers else ():
        for match in () if _HEADING.match(said.text) else _POINTER.finditer(said.text):
            before, after = said.text[: match.start()], said.text[match.end() :]
            ours = not _ELSEWHERE.match(after) and _POINTS.search(before[-12:])
            if ours and (last := _last(match, numbers)):
                facts = {"part": match[0], "last": last, "sentence": said.text[:200]}
                yield Hit((match[0],), (said.place,), facts)


def _numbers(subject: Subject) -> Numbers:
    """The labels of each kind of part that headings and captions print; of sections their paragraphs too."""
    grids = (cell for sheet in subject.sheets for row in sheet.rows for cell in row[:1] if cell)
    titles = (sheet.entry.title for sheet in subject.sheets)
    printed = [" ".join(t.split()) for t in (*(line.text for line in subject.lines), *titles, *grids)]
    heads = (m for text in printed for m in (_HEADING.match(text), *_LISTED.finditer(text)) if m)
    found = [(PARTS[m["part"].lower()], m["label"]) for m in heads]
    for line in subject.lines:
        if match := _SECTION.match(line.text):
            found.append(("Section", match[1]))
            if match[2]:
                found.append((f"Section {match[1]}", match[2]))
    return {part: frozenset(labels) for part, labels in grouped(found).items()}


def _last(match: re.Match[str], numbers: Numbers) -> str:
    """The last part of the kind, if the one pointed to would come after it; else nothing."""
    if match["paragraph"]:
        section, number = match["section"], match["number"]
        if section not in numbers.get("Section", ()):
            return _beyond("Section", section, numbers)
        return _beyond(f"Section {section}", number, numbers)
    return _beyond(PARTS[match["part"].lower()], match["label"], numbers)


def _beyond(part: str, label: str, numbers: Numbers) -> str:
    its = [each for each in numbers.get(part, ()) if each.isdigit() == label.isdigit()]
    places = sorted(map(_place, its))
    least = MIN_SECTIONS if part.startswith("Section") else 1
    whole = len(places) >= least and places == list(range(1, len(places) + 1))
    if not whole or not len(places) < _place(label) <= len(places) + MOST_BEYOND:
        return ""
    last = max(its, key=_place)
    return f"{part}.{last}" if " " in part else f"{part} {last}"


def _place(label: str) -> int:
    return int(label) if label.isdigit() else ord(label) - ord("A") + 1
