"""A user's file of words: read with bounds, so that whatever it holds is taken or refused in one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from agendapack.schemas.heads import wrong_entry
from agendapack.schemas.loading import loader

MAX_BYTES = 1 << 20
"""The built-in words of all files together are a tenth of this."""
MAX_DEPTH = 12
"""Lists and mappings within each other; the built-in files need six."""


class Refused(ValueError):
    """The file cannot be taken; the message says why, and on which line where that is known."""


class _Strict(loader()):  # type: ignore[misc]
    """Plain values; a key that stands twice would silently lose the first."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise Refused(f"line {key.start_mark.line + 1}: the key {key.value!r} stands twice")
            seen.add(str(key.value))
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def words_of(path: Path) -> Any:
    """What the file holds; raises Refused."""
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            raise Refused(f"it has more than {MAX_BYTES >> 20} MB")
        text = raw.decode("utf-8-sig")
        _bounded(text)
        return _plain(yaml.load(text, Loader=_Strict), "")
    except OSError as error:
        raise Refused(f"cannot be read as YAML: {error.strerror}") from None
    except (ValueError, TypeError, yaml.YAMLError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(f"cannot be read as YAML: {' '.join(str(error).split())}") from None


def _bounded(text: str) -> None:
    """Before anything is built: a few lines of aliases or of brackets could take all memory."""
    depth = 0
    for event in yaml.parse(text, Loader=loader()):
        line = f"line {event.start_mark.line + 1}" if event.start_mark else "top level"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refused(f"{line}: anchors and aliases (& and *) are not taken; quote such a word")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise Refused(f"{line}: lists and mappings go more than {MAX_DEPTH} deep")


def _plain(value: Any, where: str) -> Any:
    """The value, if it is made of texts, numbers and yes or no."""
    if isinstance(value, dict):
        for key, below in value.items():
            if isinstance(key, bool) or not isinstance(key, str | int):
                raise Refused(f"{where or 'top level'}: the key {key} is no text; put it in quotes")
            _plain(below, f"{where}.{key}" if where else str(key))
    elif isinstance(value, list):
        for below in value:
            _plain(below, where)
    elif where and not isinstance(value, str | int | float):
        raise Refused(f"{where}: {value!s} is no text; put it in quotes")
    return value


def check_keys(name: str, words: Any, base: Mapping[Any, Any]) -> None:
    """Raise ValueError for a key that nothing would read."""
    _among(name, words, base)
    if name == "heads":
        for entry in words.get("tables", ()) if isinstance(words, dict) else ():
            if wrong := wrong_entry(entry):
                raise ValueError(f"{wrong}.")
    if name != "tables" or not isinstance(words, dict):
        return
    settings = {key for of in base.values() for key in of}
    properties = {key for of in base.values() for role in of["roles"].values() for key in role}
    for of, more in words.items():
        _among(f"{name}.{of}", more, settings)
        roles = more.get("roles", {}) if isinstance(more, dict) else {}
        _among(f"{name}.{of}.roles", roles, base[of]["roles"])
        for role, its in roles.items() if isinstance(roles, dict) else ():
            _among(f"{name}.{of}.roles.{role}", its, properties)


def _among(where: str, words: Any, known: Iterable[Any]) -> None:
    there = list(known)
    for key in words if isinstance(words, dict) else ():
        if key not in there:
            raise ValueError(f"there is no {where}.{key}; use one of {', '.join(sorted(map(str, there)))}.")
