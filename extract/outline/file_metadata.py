"""Outline: a file's name and the PDF's properties go in, the meeting they were filed under comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.outline.bodies import time_24

LONGEST_PROPERTY = 300
"""Characters."""
_FILE_NAME = re.compile(
    r"(?P<date>\d{1,2}(?:st|nd|rd|th)?[-_ ][A-Za-z]{3,9}[-_ ]\d{4})[ _-]+"
    r"(?P<time>\d{1,2}[.:]\d{2})[ _-]+(?P<committee>.+?)(?:\.pdf)?$",
    re.IGNORECASE,
)
_TITLE_PROPERTY = re.compile(
    r"^(?:.*\b(?:agenda|document|supplement|minutes|pack|frontsheet|decisions)\b.*?\bfor\s+)?"
    r"(?P<committee>[^,]+(?:,[^,\d]+)*),\s*(?P<date>\d{1,2}/\d{1,2}/\d{4})\s+(?P<time>\d{1,2}:\d{2})\s*$",
    re.IGNORECASE,
)
_PACK_MARK = re.compile(r"^\(\s*(?:public|private|restricted)\s+pack\s*\)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting as far as one source tells it."""

    committee: str = ""
    meeting_date: date | None = None
    time: str = ""
    """HH:MM."""
    venue: str = ""
    council: str = ""
    """Where the source says whose meeting it is."""


def meeting_of_file_name(name: str) -> MeetingFacts:
    """Publishing systems name files "Public reports pack 13th-Mar-2025 15.00 Cabinet.pdf"."""
    found = _FILE_NAME.search(name)
    return _meeting(found, re.sub(r"[-_]", " ", found["date"])) if found else MeetingFacts()


def meeting_of_properties(properties: Mapping[str, str]) -> MeetingFacts:
    """They write "Cabinet, 30/01/2025 10:00" into the subject, and the end of the title, of a pack."""
    for key in ("subject", "title"):
        found = _TITLE_PROPERTY.search(_PACK_MARK.sub("", value(properties, key)))
        if found:
            return _meeting(found, found["date"])
    return MeetingFacts()


def published_title(properties: Mapping[str, str]) -> str:
    """The title a publishing system gave the pack; other PDF titles are often left from a template."""
    filed = value(properties, "title")
    return " ".join(_PACK_MARK.sub("", filed).split()) if _PACK_MARK.match(filed) else ""


def value(properties: Mapping[str, str], key: str) -> str:
    """A PDF property, whatever its case; what is longer than any title is cut."""
    return next((v or "" for k, v in properties.items() if k.casefold() == key), "")[:LONGEST_PROPERTY]


def _meeting(found: re.Match[str], day: str) -> MeetingFacts:
    committee = " ".join(found["committee"].replace("_", " ").split()).strip(" .-")
    return MeetingFacts(committee, parse_date(day), time_24(found["time"]))
