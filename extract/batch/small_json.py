"""Batch: JSON of thousands of small texts; coder and reader are made once.

`raw_decode` checks what is sure here, and takes twice as long.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

encoded: Callable[[object], str] = json.JSONEncoder(separators=(",", ":")).encode
scanned: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
"""What stands in a text from a place on, and where it ends; StopIteration where there is no JSON."""
