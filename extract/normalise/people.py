"""Normalise: a "responsible officer" cell in, persons, roles and bodies out, one an entry."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from extract.normalise.words import flat
from schemas import from_words, vocabulary

# A longer text (in characters) is prose, not a list of officers.
LONGEST_CELL = 1500

_NAME_WORD = r"(?:[A-Z][a-z]*(?:['’][A-Z][a-z]+)?|[A-Z]['’][A-Z][a-z]+|Mac[A-Z][a-z]+|Mc[A-Z][a-z]+)"
_NAME_PART = rf"{_NAME_WORD}(?:-{_NAME_WORD})*"
_NAME = re.compile(rf"{_NAME_PART}\.?(?:\s(?:de|van|von|der|la|al|bin)){{0,2}}(?:\s{_NAME_PART}\.?){{1,3}}")
_INITIALS = re.compile(
    r"[A-Z]{2,4}(?:\s?&\s?[A-Z]{1,2}|\s[A-Z]{2,4})?|[A-Z]&[A-Z]|[A-Z]{1,3}[a-z]?[A-Z]{1,2}"
)
_KEY = re.compile(
    rf"(?<!\w)(?P<initials>[A-Z][A-Za-z&]{{1,4}})\s*[-–—=:]\s*(?P<name>{_NAME_PART}(?:\s(?![A-Z]{{2,4}}\s*[-–—=:]){_NAME_PART}){{1,2}})"
)


@dataclass(frozen=True, slots=True)
class _Words:
    posts: frozenset[str]
    bodies: frozenset[str]
    openers: frozenset[str]
    topics: frozenset[str]
    titles: frozenset[str]
    joiners: frozenset[str]


@from_words
def _words() -> _Words:
    return _Words(**{name: frozenset(map(str, words)) for name, words in vocabulary("people").items()})


def split_officers(text: str, *, initials: Mapping[str, str] | None = None) -> list[str]:
    """The persons, roles and bodies of a cell as printed; `initials` are those of the plan's key."""
    key = frozenset(initials or ())
    if len(text) > LONGEST_CELL:
        return [flat(text)]
    entries = _wrapped_bodies(text, key) or [
        e for line in _unwrapped(text.split("\n")) for e in _split(line, key)
    ]
    return list(dict.fromkeys(e for e in entries if re.search(r"\w", e)))


def _wrapped_bodies(text: str, key: Collection[str]) -> list[str]:
    """Names of bodies with "and" between them, when the lines of the cell break inside the names."""
    line = flat(text)
    if "\n" not in text.strip() or not re.search(r"\band\b", line):
        return []
    above = [flat(part) for part in text.strip().split("\n")[:-1]]
    if any(_is_body(part) or is_name(part) for part in above):
        return []
    entries = _split(line, key)
    return entries if len(entries) > 1 and all(_is_body(e) for e in entries) else []


def initials_key(text: str) -> dict[str, str]:
    """The key a plan prints: "AS - Ann Smith   BJ – Bob Jones"; the name must begin with those letters."""
    pairs = ((m["initials"], flat(m["name"])) for m in _KEY.finditer(flat(text)))
    return {i: name for i, name in pairs if name[0] == i[0]}


def _tokens(text: str) -> list[str]:
    """The words of a text in lower case, bare of punctuation."""
    return [t for t in (w.strip("(),.;:").lower() for w in re.split(r"[\s/]+|(?<=\w)-\s", text)) if t]


def is_name(text: str) -> bool:
    """Two to four capitalised words, none of them a word of posts, bodies or subjects."""
    words, tokens = _words(), _tokens(re.sub(r"\([^)]*\)", "", text))
    if tokens and tokens[0] in words.titles:
        return len(tokens) > 1
    plain = flat(re.sub(r"\([^)]*\)", "", text))
    return bool(_NAME.fullmatch(plain)) and not any(
        t in words.posts | words.bodies | words.topics | words.openers for t in tokens
    )


def is_initials(text: str, key: Collection[str]) -> bool:
    """Whether a text is initials: those of the key, or letters that look like some."""
    return text in key or bool(_INITIALS.fullmatch(text))


def _is_post(text: str) -> bool:
    return any(t in _words().posts for t in _tokens(re.sub(r"\([^)]*\)", "", text)))


def _is_body(text: str) -> bool:
    tokens = _tokens(re.sub(r"\([^)]*\)", "", text))
    return len(tokens) > 1 and tokens[-1] in _words().bodies


def _is_topic(text: str) -> bool:
    tokens = _tokens(text)
    return bool(tokens) and all(t in _words().topics | _words().joiners for t in tokens)


def _unwrapped(lines: list[str]) -> list[str]:
    """Printed lines with those joined that continue the one above."""
    joined: list[str] = []
    for line in map(flat, lines):
        if not line:
            continue
        if joined and _continues(joined[-1], line):
            glue = "" if re.search(r"[A-Za-z]-$", joined[-1]) else " "
            joined[-1] += glue + line
        else:
            joined.append(line)
    return joined


def _continues(above: str, line: str) -> bool:
    """Whether a line goes on with the entry above rather than beginning a new one."""
    words = _words()
    last = above.split()[-1].lower()
    if above.count("(") > above.count(")") or line[0] in "(&/)-–" or above[-1] in "/&-–(":
        return True
    if last in words.joiners or line[0].islower():
        return True
    if above[-1] in ",;":
        return above[-1] == "," and not (is_name(above.strip(",")) or is_initials(line, ()))
    return _goes_with(_last_entry(above), line)


def _last_entry(above: str) -> str:
    return re.split(r"[,;]\s*|\s+/\s+", above)[-1]


def _goes_with(above: str, line: str) -> bool:
    """Whether a complete-looking line is the rest of a role, body or name above it."""
    words, tokens, before = _words(), _tokens(line), _tokens(above)
    if not tokens or not before or is_initials(line, ()) and tokens[-1] not in words.bodies:
        return False
    if len(tokens) == 1 and tokens[0] in words.bodies and not _is_body(above):
        return True
    if before[-1] in words.openers and (len(before) == 1 or before[-1] not in words.posts):
        return not is_name(line)
    subject = any(t in words.topics for t in before) and not _is_post(above) and not _is_body(above)
    if subject and (_is_post(line) or _is_body(line) or _is_topic(line)):
        return True
    if _is_post(above) and _is_topic(line) and tokens[0] != "the":
        return True
    return _is_half_name(above) and _is_half_name(line)


def _is_half_name(text: str) -> bool:
    words = _words()
    known = words.posts | words.bodies | words.topics | words.openers
    return bool(re.fullmatch(_NAME_PART, text)) and len(text) > 1 and text.lower() not in known


def _split(line: str, key: Collection[str]) -> list[str]:
    """The entries of one unwrapped line."""
    for at, end, sure in _separators(line):
        left, right = line[:at].strip(" ,"), line[end:].strip(" ,")
        if not left or not right:
            continue
        if sure or _both_complete(left, right, line[at:end], key):
            return [*_split(left, key), *_split(right, key)]
    entry = re.sub(r"(?<=\w{3})\.$", "", line.strip(" ,;"))
    if entry not in key and set(entry.split()) <= set(key):
        return entry.split()
    return _names_in_a_row(entry)


_SEPARATOR = re.compile(r";|\||,|\s/\s|/|\s&\s|\sand\s|\s-\s|\s–\s", re.I)


def _separators(line: str) -> list[tuple[int, int, bool]]:
    """Where a line may part, outside brackets, and whether it surely does."""
    found = [
        m for m in _SEPARATOR.finditer(line) if line[: m.start()].count("(") <= line[: m.start()].count(")")
    ]
    ordered = sorted(
        found, key=lambda m: (";|,/".find(m[0].strip()) if m[0].strip() in ";|,/" else 9, m.start())
    )
    return [(m.start(), m.end(), m[0] in ";|") for m in ordered]


def _both_complete(left: str, right: str, mark: str, key: Collection[str]) -> bool:
    """Whether the text on both sides of a comma, slash or "and" stands for itself."""
    first = re.split(r"[,/;]|\s(?:and|&)\s", right)[0].strip() if mark.strip() != "and" else right
    last = re.split(r"[,/;]", left)[-1].strip()
    if mark.strip() in {"-", "–"}:
        return (is_name(last) and _is_post(right)) or (_is_post(last) and is_name(right))
    kinds = [_kind(last, key), _kind(first, key) or _kind(right, key)]
    if "" in kinds:
        return False
    if mark in {" / ", ","}:
        return True
    return "initials" not in kinds or kinds == ["initials", "initials"] or "name" in kinds


def _kind(text: str, key: Collection[str]) -> str:
    """name, initials, post or body; empty for a mere part of one."""
    if is_initials(text, key):
        return "initials"
    if is_name(text):
        return "name"
    if _is_body(text):
        return "body"
    return "post" if _is_post(text) else ""


def _names_in_a_row(entry: str) -> list[str]:
    """Four or six plain capitalised words are two or three persons printed without a comma."""
    words = entry.split()
    pairs = [" ".join(words[i : i + 2]) for i in range(0, len(words), 2)]
    if len(words) in (4, 6) and all(
        is_name(p) and len(p) > 5 and p.split()[0] not in _words().titles for p in pairs
    ):
        return pairs
    return [entry]
