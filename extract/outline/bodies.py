"""Outline: printed text goes in, the committee and the place of meeting it names come out."""

from __future__ import annotations

import re
from itertools import chain

from agendapack.extract.normalise.years import month_pattern
from agendapack.extract.outline.wording import anywhere, is_one_of, leading, squashed, words_of

BODY_WORDS = 14
"""A committee's name has no more words."""
PLACE_WORDS = 22
"""The place of a meeting is told in no more words."""

_DATE_BEHIND = re.compile(
    r"\s?(?:[-–—,|(]|\bon\b|\bat\b){0,4}\s?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}).*$",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{month_pattern()},?\s+\d{{4}}", re.IGNORECASE)
_ONLINE_TOO = re.compile(
    r",?\s+(?:and|or)\s+(?:on|via|by|online|remotely|live|(?:live[- ]?)?stream\w*)\b.*$", re.IGNORECASE
)
_TIME = re.compile(
    r"\b(?:at\s+)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.?|p\.m\.?|noon)(?!\w)",
    re.IGNORECASE,
)
_TIME_24 = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\b")


def body_named(text: str) -> str:
    """The committee a short text names, empty when it names none."""
    name = _DATE_BEHIND.sub("", " ".join(text.split())).strip(" .:;,-–—|")
    if anywhere(words_of("outline", "not_a_body")).search(name):
        return ""
    label, colon, rest = name.partition(":")
    if colon and is_one_of(label, words_of("outline", "committee_labels")):
        name = rest.strip()
    before = leading(words_of("outline", "body_before")).match(name)
    if before:
        name = name[before.end() :].strip(" :-–—")
    name = _without_behind(name)
    if not name or len(name.split()) > BODY_WORDS or not name[0].isupper() or name.endswith((".", ",")):
        return ""
    if re.search(r"\d", name):
        return ""
    if len(name.split()) == 1 and not is_one_of(name, words_of("outline", "bodies_alone")):
        return ""
    ends = list(anywhere(words_of("outline", "bodies")).finditer(name))
    if not ends or not (ends[-1].end() == len(name) or ends[0].start() == 0):
        return ""
    if any(w[0].islower() and len(w) > 4 for w in name.split() if w[0].isalpha()):
        return ""
    return _title_case(name)


def behind_when(text: str) -> str:
    """What follows the date and time in a line that tells when and where."""
    ends = [m.end() for m in chain(_TIME.finditer(text), _DAY.finditer(text))]
    return text[max(ends) :].lstrip(" ,;-–—|") if ends else text


def place_named(text: str) -> str:
    """The place of meeting a line tells, without the words before it."""
    text = _ONLINE_TOO.sub("", " ".join(text.split()))
    place = re.sub(r"^(?:to be held\s+)?(?:in|at|via|on)\s+(?:the\s+)?", "", text, flags=re.IGNORECASE).strip(
        " .,;:-"
    )
    if (
        not place
        or len(place.split()) > PLACE_WORDS
        or not anywhere(words_of("outline", "places")).search(place)
    ):
        return ""
    return place


def is_place(text: str) -> bool:
    """Whether a line tells nothing but a place of meeting."""
    if not place_named(text) or re.search(r"[.;?]\s|[.?]$|:", text.strip()):
        return False
    words = [w for w in re.findall(r"[A-Za-z']+", place_named(text)) if len(w) > 3]
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def time_named(text: str) -> str:
    """The first time of day in a text as HH:MM, empty without one."""
    found = _TIME.search(text)
    if found:
        half = found["half"].casefold().replace(".", "")
        hour = int(found["hour"])
        if hour > 12:
            return f"{hour:02d}:{found['minute'] or '00'}"
        hour = hour % 12 + (12 if half in ("pm", "noon") else 0)
        return f"{hour:02d}:{found['minute'] or '00'}"
    return ""


def time_24(text: str) -> str:
    """A time such as 10.00 or 18:30 as HH:MM, for texts known to hold one."""
    found = _TIME_24.search(text)
    return f"{int(found['hour']):02d}:{found['minute']}" if found else ""


def _without_behind(name: str) -> str:
    for word in sorted(words_of("outline", "body_after"), key=len, reverse=True):
        if squashed(name).endswith(squashed(word)) and not is_one_of(name, (word,)):
            cut = re.sub(rf"\b{re.escape(word)}$", "", name, flags=re.IGNORECASE)
            if cut != name:
                return cut.strip().rstrip("-–—: ")
    return "" if any(is_one_of(name, (w,)) for w in words_of("outline", "body_after")) else name


def _title_case(name: str) -> str:
    """A name set in capitals as it is written in a sentence."""
    if not name.isupper():
        return name
    small = {"AND", "OF", "THE", "FOR", "ON", "IN", "WITH", "TO"}
    words = [w.lower() if i and w in small else w[:1] + w[1:].lower() for i, w in enumerate(name.split())]
    return " ".join(words)
