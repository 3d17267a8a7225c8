"""Check: a word that is printed once with a slip of the fingers, beside the same words as elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.model import Place
from agendapack.extract.read.vocabulary import english
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

MIN_LETTERS = 6
"""Shorter words have too many neighbours that are words too."""
ENDING = 3
"""Last letters in which forms of one word differ."""
RARER = 3
"""How many times rarer the slip must be, where only one of the words beside it is the same."""
MOST_COMPANY = 40
"""Places of a word that are looked at."""
SHORT = 60
"""Characters of a cell that is a name as a whole."""
_LETTER = r"[A-Za-zÀ-ÖØ-öø-ÿ]"
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)?(?!\w)")
_CHANGED = re.compile(r"^([a-z])(?=[A-Z])(?=(?i:\1))")
"""A letter struck out before the capital that stands for it: "dDevelopment"."""
_SPELLINGS = frozenset(map(frozenset, ("sz", "cs", "ae", "ei", "ou")))
"""Letters in which accepted spellings differ: organise and organize, licence and license."""
Beside = tuple[str, str]
"""The word before and the word after."""
Company = tuple[Beside, Beside, int]
Places = Mapping[str, dict[Beside, Place]]


@check(
    kind="name_variant",
    title="Word misprinted",
    severity="info",
    message="“{phrase}” (page {page}) for “{right}”, as it is printed elsewhere",
    looks_at="tables, lines",
)
def misprint(subject: Subject) -> Iterator[Hit]:
    """Two words one letter apart, not in the ending, in the same company; the rarer is the slip.

    Two English words ("new contract", "new contact") need the same words on both sides.
    """
    counts, places = _printed(subject)
    for odd, right in _pairs(counts):
        company = _company(places[odd], places[right])
        if company and (company[2] == len(company) - 1 or _rarer(odd, right, counts)):
            where, other = places[odd][company[0]], places[right][company[1]]
            beside = tuple(a if a == b else "" for a, b in zip(*company[:2], strict=True))
            phrase, usual = _phrase(odd, beside, where), _phrase(right, beside, other)
            short = (p.quote for p in (where, other) if len(p.quote) <= SHORT)
            pair = (_phrase(word, (beside[0], ""), at) for word, at in ((odd, where), (right, other)))
            yield Hit(
                in_order((phrase, usual, *pair, *short)),
                (where, other),
                {"phrase": phrase, "page": where.page, "right": usual},
            )


def _rarer(odd: str, right: str, counts: Counter[str]) -> bool:
    """Whether one word is so much rarer, and not both are English ones."""
    return counts[right] >= RARER * counts[odd] and not (odd in english() and right in english())


def _printed(subject: Subject) -> tuple[Counter[str], Places]:
    """How often each longer word is printed, and where it first stands in which company."""
    counts: Counter[str] = Counter()
    places: dict[str, dict[Beside, Place]] = defaultdict(dict)
    texts = [(page, box, text) for page, box, text in subject.cells]
    texts += [(line.page, line.box, line.text) for line in subject.lines]
    for page, box, text in (text for text in texts if text[0] not in subject.scanned):
        printed = ["", *(_CHANGED.sub("", word).casefold() for word in _WORD.findall(text)), ""]
        for before, word, after in zip(printed, printed[1:], printed[2:], strict=False):
            if len(word) >= MIN_LETTERS:
                counts[word] += 1
                company, beside = places[word], (before, after)
                if beside not in company and len(company) < MOST_COMPANY:
                    company[beside] = Place(page, box, "", text)
    return counts, places


def _pairs(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Words that become one by taking out a letter of one or of both; the rarer first, each slip once."""
    without: dict[str, list[str]] = defaultdict(list)
    for word in counts:
        shorter_by_one = (word[:at] + word[at + 1 :] for at in range(1, len(word) - ENDING + 1))
        for short in dict.fromkeys(shorter_by_one):  # a doubled letter may be taken out twice
            without[short].append(word)
    told: set[str] = set()
    for shorter, longer in without.items():
        some = [*longer, shorter] if shorter in counts else longer
        if len(some) == 2 and _slip(*some):
            odd, right = sorted(some, key=lambda word: counts[word])
            if odd not in told:
                told.add(odd)
                yield odd, right


def _slip(one: str, other: str) -> bool:
    """Whether the two differ by more than an accepted spelling, and end alike."""
    if one[-ENDING:] != other[-ENDING:] or one[0] != other[0]:
        return False
    letters = {frozenset(pair) for pair in zip(one, other, strict=False) if pair[0] != pair[1]}
    return len(one) != len(other) or not letters <= _SPELLINGS


def _company(mine: Mapping[Beside, Place], theirs: Mapping[Beside, Place]) -> Company | None:
    """Where the two words stand beside the same telling words, and beside how many."""
    small = words("wording", "small_words") | words("wording", "auxiliaries") | {""}
    best: Company | None = None
    for one in mine:
        for other in theirs:
            alike = sum(a == b and a not in small for a, b in zip(one, other, strict=True))
            if alike and (best is None or alike > best[2]):
                best = one, other, alike
    return best


def _phrase(word: str, beside: Sequence[str], where: Place) -> str:
    """The word and the words that stand beside both, as they are printed."""
    phrase = r"\W+".join(re.escape(w) for w in (beside[0], word, beside[1]) if w)
    found = re.search(phrase, where.quote.replace("\n", " "), re.IGNORECASE)
    return found[0] if found else word
