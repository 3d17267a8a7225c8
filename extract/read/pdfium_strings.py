"""Read: texts that pdfium writes into a buffer of the caller, as strings."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

MAX_BYTES = 1 << 20
"""A longer text is taken for none."""


def string_of(call: Callable[..., int], *given: Any) -> str:
    """What a function of pdfium says in UTF-16, asked for its length first."""
    length = call(*given, None, 0)
    if not 2 < length <= MAX_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(length)
    call(*given, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
