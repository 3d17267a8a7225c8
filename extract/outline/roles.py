"""Outline: a text of an agenda goes in, the officer it names comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.normalise.people import is_name
from agendapack.extract.outline.wording import anywhere, is_one_of, leading, words_of

ROLE_WORDS = 16
"""A role, with what it is responsible for, has no more words."""
POST_WITHIN = 6
"""The post stands within the first words: "Assistant Director of …", "Interim Corporate Director, …"."""

_DASH = re.compile(r"\s+[–—-]\s+")

_STATUTE = re.compile(r"\b(?:section|s\.?)\s*\d{2,3}\b", re.IGNORECASE)
"""Posts named after an act: "Section 151 Officer"."""


def officer_in(title: str) -> tuple[str, str]:
    """A title and the officer behind its last dash or in brackets at its end."""
    brackets = re.search(r"\s*\((?P<role>[^()]+)\)\s*$", title)
    if brackets and is_role(brackets["role"]):
        return title[: brackets.start()], without_label(brackets["role"])
    dashes = list(_DASH.finditer(title))
    for dash in reversed(dashes):
        tail = title[dash.end() :].strip(" .")
        if is_role(tail):
            return title[: dash.start()].strip(), without_label(tail)
    return title, ""


def officer_of_label(texts: Sequence[str]) -> str:
    """The officer named by the first line that is labelled so, or is nothing but a role."""
    labels = leading(words_of("agenda", "officer_labels"))
    for i, text in enumerate(texts):
        found = labels.match(text)
        labelled = found is not None and (found_by(text) or ":" in text[found.end() : found.end() + 2])
        if labelled or (is_role(text) and len(text.split()) > 1):
            named = without_label(text)
            goes_on = i + 1 < len(texts) and re.search(r"(?:\b(?:of|for|and|the)|[,&])$", named)
            if _is_member(named):
                continue
            return _trimmed(f"{named} {texts[i + 1]}" if goes_on else named)
    return ""


def found_by(text: str) -> bool:
    """Whether the label reads on into the name ("Report of the Head of …")."""
    return bool(re.search(r"\b(?:of|by|from)\b", text[:40], re.IGNORECASE))


def is_role(text: str) -> bool:
    """Whether the text is a post an officer holds, with or without the person's name."""
    text = without_label(text)
    words = text.split()
    if (
        not words
        or len(words) > ROLE_WORDS
        or re.search(r"\d|[.!?;]$", _STATUTE.sub("", text))
        or _is_member(text)
    ):
        return False
    joiners = {*words_of("people", "joiners"), *words_of("people", "titles")}
    if any(w[0].islower() and w.strip(",") not in joiners for w in words):
        return False
    posts = set(words_of("people", "posts")) - set(words_of("agenda", "no_posts"))
    return any(re.sub(r"\W", "", w).casefold() in posts for w in words[:POST_WITHIN])


def names_who_leads(text: str) -> bool:
    """Whether the text, in a column of its own, says who leads an item: a post, a member or a person."""
    others = (*words_of("agenda", "members"), *words_of("agenda", "everyone"))
    if is_role(text) or is_one_of(text, others):
        return True
    told = leading((*words_of("agenda", "descriptions"), *words_of("agenda", "attachments")))
    return is_name(text) and not told.match(text)


def without_label(text: str) -> str:
    """The text behind "Report of the", "Lead officer:" and the like."""
    text = re.sub(r"^[(\[](.*)[)\]]$", r"\1", text.strip())
    found = leading(words_of("agenda", "officer_labels")).match(text)
    if found and (
        found_by(text[: found.end() + 1]) or text[found.end() :].lstrip().startswith((":", "-", "–"))
    ):
        text = text[found.end() :].lstrip(" :–-")
    return _trimmed(_first_clause(text) if found else text)


def _first_clause(text: str) -> str:
    """The name without what the sentence goes on to say of the report."""
    text = re.split(r"(?<=[a-z])\.\s", text)[0]
    end = next((m for m in anywhere(words_of("agenda", "officer_ends")).finditer(text) if m.start()), None)
    return text[: end.start()] if end and text[end.start()].islower() else text


def _trimmed(text: str) -> str:
    brackets = re.search(r"\s*\((?P<inside>[^()]+)\)[^\w(]*+$", text)
    if brackets and is_one_of(brackets["inside"], words_of("agenda", "attachments")):
        text = text[: brackets.start()]
    text = re.sub(r"^the\s+", "", " ".join(text.split()), flags=re.IGNORECASE).strip(" .:;,")
    return text.strip("()") if text.count("(") != text.count(")") else text


def _is_member(text: str) -> bool:
    """Whether an elected member is named, not an officer."""
    return bool(anywhere(words_of("agenda", "members")).match(text.strip()))
