"""Reads the YAML files of this folder, with libyaml where it is there: ten times faster.

A build leaves what they say beside them as JSON, read in a tenth of that again. It goes by the checksum of
each file: one that was changed since is read as YAML.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from zlib import crc32

MADE = "made.json"
"""What a build makes: by the path of each file its checksum and its content as JSON."""
_COMMENTS = re.compile(r"(?:#[^\n]*\n)*")


def data_file(*path: str) -> dict[str, Any]:
    """The content of `schemas/<path>`; plain values only, nothing in it can construct other objects."""
    raw = resources.files("agendapack.schemas").joinpath(*path).read_bytes()
    checksum, said = _made().get("/".join(path), (None, ""))
    return _of_json(said) if crc32(raw) == checksum else _of_yaml(raw.decode("utf-8"))


def loader() -> Any:
    """The loader of YAML, which takes longer to import than all files here take to read as JSON."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def made_of(folder: Path) -> str:
    """What a build leaves for the files of a folder; those that are JSON, or cannot be, are left out."""
    made = {}
    for file in sorted(folder.rglob("*.yaml")):
        raw = file.read_bytes()
        content = _of_yaml(raw.decode("utf-8"))
        said = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        if _of_json(said) == content and not _is_json(raw.decode("utf-8")):
            made[file.relative_to(folder).as_posix()] = crc32(raw), said
    return json.dumps(made, ensure_ascii=False)


@cache
def _made() -> dict[str, tuple[int, str]]:
    file = resources.files("agendapack.schemas").joinpath(MADE)
    made: dict[str, tuple[int, str]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return made


def _of_json(said: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(said, object_hook=_whole)
    return loaded


def _whole(mapping: dict[str, Any]) -> dict[Any, Any]:
    """A mapping from whole numbers, which JSON has as texts."""
    return {int(key): value for key, value in mapping.items()} if all(map(str.isdigit, mapping)) else mapping


def _is_json(text: str) -> bool:
    """Whether the first line that is no comment begins a mapping in braces."""
    return _COMMENTS.sub("", text, count=1).startswith("{")


def _of_yaml(text: str) -> dict[str, Any]:
    """What a file says; what programs write is JSON behind comments: YAML still, but read as JSON."""
    if _is_json(text):
        return _of_json(_COMMENTS.sub("", text, count=1))
    import yaml

    loaded: dict[str, Any] = yaml.load(text, Loader=loader())
    return loaded
