"""Rebuilds words from runs of characters: pieces that belong together, their text as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from sys import intern

from agendapack.extract.model import Rule, Word
from agendapack.extract.read.gaps import WORD_GAP_EM, Spaces, joins
from agendapack.extract.read.pieces import Piece, pieces_of
from agendapack.extract.read.rules_between import Walls
from agendapack.extract.read.runs import Run
from agendapack.extract.read.symbols import NEEDS_PLAIN, PLAIN, is_foreign, latin, lone_look_alike, signs


def build_words(runs: Iterable[Run], rules: Iterable[Rule] = ()) -> list[Word]:
    """Words in the order of the content stream, none over a rule; glyphs drawn twice count once."""
    pieces = pieces_of(runs)
    spaces, walls = Spaces(pieces), Walls(rules)
    words: list[Word] = []
    first, last = 0, len(pieces)
    for k in range(1, last + 1):
        if (
            k < last
            and not pieces[k].spaced
            and joins(pieces[k - 1], pieces[k], k, spaces)
            and not walls.part(pieces[k - 1], pieces[k])
        ):
            continue
        word = _plain_word(pieces[first]) if k - first == 1 else _joined_word(pieces[first:k])
        if word is not None:
            words.append(word)
        first = k
    return _latinised(words)


def _plain_word(piece: Piece) -> Word | None:
    """The word of a single piece."""
    run, text = piece.run, piece.text
    if text.isascii() and text.isprintable() and not run.symbols:
        box = run.between(piece.start, piece.end)
        return Word(intern(text), box, run.level[2], run.bold, run.italic, run.turn)
    return _word(run, piece.start, piece.end, _text(piece), None)


def _joined_word(pieces: Sequence[Piece]) -> Word | None:
    """The word of several pieces; `printed` is how it looks when every wide gap counts as a space."""
    text = printed = _text(pieces[0])
    for last, piece in zip(pieces, pieces[1:], strict=False):
        part = _text(piece)
        gap = piece.start - last.end
        text += part
        printed += (" " if gap > WORD_GAP_EM * piece.run.size else "") + part
    start, end = min(p.start for p in pieces), max(p.end for p in pieces)
    return _word(pieces[0].run, start, end, text, printed if printed != text else None)


def _word(run: Run, start: float, end: float, text: str, printed: str | None) -> Word | None:
    """The word with plain signs; None when nothing is left of it."""
    if not text.isascii():
        text, printed = _plain(text, printed)
    elif not text.isprintable():
        text = text.translate(PLAIN)
    if not text:
        return None
    box = run.between(start, end)
    return Word(intern(text), box, run.level[2], run.bold, run.italic, run.turn, False, printed)


def _plain(text: str, printed: str | None) -> tuple[str, str | None]:
    """A word with signs outside ASCII: ligatures and hyphens plain, look-alikes Latin."""
    plain = text.translate(PLAIN) if NEEDS_PLAIN.search(text) else text
    text = latin(plain)
    return text, printed if text == plain else printed or plain


def _text(piece: Piece) -> str:
    text = piece.text
    if piece.run.symbols or (not text.isascii() and any("\ue000" <= c <= "\uf8ff" for c in text)):
        return signs(text, piece.run.symbols)
    return text


def _latinised(words: list[Word]) -> list[Word]:
    """Words of look-alike letters alone (a rating М) as Latin ones, on a page that is Latin otherwise."""
    odd = [i for i, word in enumerate(words) if not word.text.isascii()]
    if any(is_foreign(words[i].text) for i in odd):
        return words
    for i in odd:
        text = lone_look_alike(words[i].text)
        if text != words[i].text:
            words[i] = replace(words[i], text=text, printed=words[i].text)
    return words
