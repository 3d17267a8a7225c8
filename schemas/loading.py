"""Reads the YAML files of this folder, with libyaml where it is there: ten times faster."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_file(*path: str) -> dict[str, Any]:
    """The content of `schemas/<path>`; plain values only, nothing in it can construct other objects."""
    text = resources.files("agendapack.schemas").joinpath(*path).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=LOADER)
    return loaded
