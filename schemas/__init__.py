"""What the tool knows as data: words in `vocabulary/`, the datasets' columns in `datasets.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from threading import RLock
from typing import Any, ParamSpec, TypeVar, cast

from agendapack.extract.errors import UsageError
from agendapack.schemas.loading import data_file

Given = ParamSpec("Given")
Made = TypeVar("Made")

REMEMBERED = 4096
"""Texts of which each parser remembers what it made of them."""

_additions: dict[str, Any] = {}
_forget: list[Callable[[], None]] = []
_in_use = RLock()


@dataclass(frozen=True)
class Words:
    """What users' files add to the built-in words, as a value: equal additions are equal."""

    added: Mapping[str, Any] = field(default_factory=dict)
    """By vocabulary name."""

    def __hash__(self) -> int:
        return hash(repr(self.added))

    @classmethod
    def of(cls, *files: Path) -> Words:
        """The words of files, one after the other; raises a UsageError for what cannot be taken."""
        added: dict[str, Any] = {}
        for file in files:
            added = _with_file(added, file)
        return cls(added)


def from_words(make: Callable[[], Made]) -> Callable[[], Made]:
    """Compute something from the vocabulary once, and again after `extend` changed the words."""
    kept = cache(make)
    _forget.append(kept.cache_clear)
    return kept


def remembered(parse: Callable[Given, Made]) -> Callable[Given, Made]:
    """Keep what a parser made of the last texts, until the words change: a pack prints most of them twice."""
    kept = lru_cache(maxsize=REMEMBERED)(parse)
    _forget.append(kept.cache_clear)
    return cast(Callable[Given, Made], kept)


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The words of `vocabulary/<name>.yaml`, a user's additions merged in."""
    words = data_file("vocabulary", f"{name}.yaml")
    merged: dict[str, Any] = _merged(words, _additions.get(name, {}), name)
    return merged


def names() -> list[str]:
    """The vocabulary files, whose names are the top-level keys of a user's file."""
    files = (f.name for f in (resources.files(__name__) / "vocabulary").iterdir())
    return sorted(f.removesuffix(".yaml") for f in files if f.endswith(".yaml"))


def extend(path: Path) -> None:
    """Merge a user's YAML over the built-in words for the rest of the run."""
    adopt(_with_file(_additions, path))


@contextmanager
def using(words: Words | None) -> Iterator[None]:
    """Merge words over those of the process until the block ends; who wants others meanwhile waits for it."""
    with _in_use:
        before, own = additions(), words.added if words else {}
        adopt(before | {name: _merged(before.get(name, {}), more, name) for name, more in own.items()})
        try:
            yield
        finally:
            adopt(before)


def additions() -> dict[str, Any]:
    """What users' files added to the built-in words, by vocabulary name."""
    return dict(_additions)


def adopt(added: dict[str, Any]) -> None:
    """Take over the additions of another process."""
    if added != _additions:
        _additions.clear()
        _additions.update(added)
        _clear()


def reset() -> None:
    """Drop all additions."""
    _additions.clear()
    _clear()


def _clear() -> None:
    vocabulary.cache_clear()
    for forget in _forget:
        forget()


def _with_file(added: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The additions with those of one more file."""
    from agendapack.schemas.users import check_keys

    merged = dict(added)
    for name, words in _read(path).items():
        if name not in names():
            raise UsageError(f"{path}: there is no vocabulary {name!r}; use one of {', '.join(names())}.")
        try:
            built_in = data_file("vocabulary", f"{name}.yaml")
            check_keys(name, words, built_in)
            _merged(_merged(built_in, merged.get(name, {}), name), words, name)
            merged[name] = _merged(merged.get(name, {}), words, name)
        except ValueError as wrong:
            raise UsageError(f"{path}: {wrong}") from None
    return merged


def _read(path: Path) -> dict[str, Any]:
    from agendapack.schemas.users import Refused, words_of

    try:
        words = words_of(path)
    except Refused as why:
        raise UsageError(f"{path}: {why}.") from None
    if not isinstance(words, dict):
        raise UsageError(f"{path}: must hold vocabulary names, such as 'refs:', each with its words.")
    return words


def _merged(base: Any, more: Any, where: str) -> Any:
    """Mappings key by key, lists end to end, anything else replaced."""
    if isinstance(base, dict) and isinstance(more, dict):
        for key in more.keys() - base.keys():
            _like(base.values(), more[key], f"{where}.{key}")
        return base | {k: _merged(base[k], v, f"{where}.{k}") if k in base else v for k, v in more.items()}
    if isinstance(base, list) and isinstance(more, list):
        for entry in more:
            _like(base, entry, where)
        return base + [m for m in more if m not in base]
    _like([base], more, where)
    return more


SHAPES = (
    (dict, "a mapping"),
    (list, "a list"),
    (str, "text, in quotes"),
    ((int, float), "a number or yes or no"),
)


def _like(others: Iterable[Any], one: Any, where: str) -> None:
    """Raise ValueError when a value has another shape than those that stand there."""
    there = [(kind, shape) for kind, shape in SHAPES if any(isinstance(other, kind) for other in others)]
    if there and not any(isinstance(one, kind) for kind, _ in there):
        raise ValueError(f"{where} must be {' or '.join(shape for _, shape in there)}.")
