"""Leaves out of the recogniser's file the letters that no page here holds: most of them are Chinese.

A file goes in and comes out, as bytes in the layout of ONNX (protocol buffers): of each table of weights
that has a column for every letter only some columns stay. Reckoning the others is a sixth of the work.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

GRAPH, NOTE = 7, 14
"""Fields of the model; a note has a key and a value."""
INITIALIZER, VALUE_INFO = 5, 13
"""Fields of the graph; the last says of what shapes the tables between are, which would be wrong now."""
DIMS, TYPE, RAW = 1, 2, 9
"""Fields of a table of weights."""
FLOAT = 1
_VARINT, _BYTES = 0, 2
"""How a field is stored; of fixed length are 5 (four bytes) and 1 (eight)."""
_FIXED = {5: 4, 1: 8}

Field = tuple[int, int, int | bytes]
"""Number, how it is stored, value."""


def said_of(model: bytes, key: str) -> str:
    """What the model's notes say under a key."""
    for number, _, note in _fields(model):
        if number == NOTE and isinstance(note, bytes):
            name, value = (part for _, _, part in _fields(note))
            if name == key.encode() and isinstance(value, bytes):
                return value.decode()
    raise KeyError(key)


def slimmed(model: bytes, letters: int, kept: NDArray[np.int64]) -> bytes:
    """The model with only the `kept` columns of the tables that have one for each of the letters."""
    graph = b"".join(
        _packed((number, kind, _columns(value, letters, kept) if number == INITIALIZER else value))
        for number, kind, value in _fields(_only(model, GRAPH))
        if number != VALUE_INFO
    )
    return b"".join(_packed(f if f[0] != GRAPH else (GRAPH, _BYTES, graph)) for f in _fields(model))


def _columns(table: int | bytes, letters: int, kept: NDArray[np.int64]) -> int | bytes:
    """A table of weights, thinned out if its last dimension is that of the letters."""
    assert isinstance(table, bytes)
    fields = list(_fields(table))
    dims = [value for number, _, value in fields if number == DIMS]
    if not dims or dims[-1] != letters or (TYPE, _VARINT, FLOAT) not in fields:
        return table
    weights = np.frombuffer(_only(table, RAW), np.float32).reshape(-1, letters)[:, kept]
    shape: list[Field] = [(DIMS, _VARINT, dim) for dim in (*dims[:-1], len(kept))]
    others = [f for f in fields if f[0] not in (DIMS, RAW)]
    return b"".join(_packed(f) for f in (*shape, *others, (RAW, _BYTES, weights.tobytes())))


def _only(message: bytes, number: int) -> bytes:
    found = [value for n, _, value in _fields(message) if n == number]
    if len(found) != 1 or not isinstance(found[0], bytes):
        raise ValueError(f"no field {number} in the model")
    return found[0]


def _fields(message: bytes) -> Iterator[Field]:
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        number, kind = tag >> 3, tag & 7
        if kind == _VARINT:
            value, at = _varint(message, at)
            yield number, kind, value
            continue
        if kind == _BYTES:
            length, at = _varint(message, at)
        else:
            length = _FIXED[kind]
        yield number, kind, message[at : at + length]
        at += length


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _packed(field: Field) -> bytes:
    number, kind, value = field
    start = _as_varint(number << 3 | kind)
    if isinstance(value, int):
        return start + _as_varint(value)
    return start + (_as_varint(len(value)) if kind == _BYTES else b"") + value


def _as_varint(value: int) -> bytes:
    parts = bytearray()
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])
