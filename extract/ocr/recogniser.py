"""Reads the letters of one line with the model that rapidocr brings in its wheel; nothing is ever fetched."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.ocr.extra import model_file
from agendapack.extract.ocr.picture import Grey
from agendapack.extract.ocr.slim_model import said_of, slimmed

HEIGHT_PX = 48
"""The model reads lines of this height."""
SQUEEZE = 0.85
"""Lines are drawn this much narrower, which saves as much time; below 0.8 words suffer."""
LEAST_WIDTH_PX, MAX_WIDTH_PX = 32, 3200
"""Width of a line as the model is given it."""
LATIN = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~£€§°±²³½¼¾×÷·•–—‘’“”…→←↑↓©®™éèêëáàâäíìîïóòôöúùûüçñŵŷ"
)
"""The letters an agenda pack in English or Welsh may hold; the model knows 18,000."""
RIVAL_STEP = 6
"""Of the other letters every sixth stays, to draw belief from marks that are no letters at all."""
ALIKE = {
    "●": "•",
    "∙": "•",
    "・": "·",
    "—": "–",
    "ー": "-",
    "−": "-",
    "、": ",",
    "。": ".",
    "‘": "'",
    "’": "'",
}
"""What the model writes for what is meant here."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: where its middle lies (pixels of the line's picture) and how sure the model is."""

    text: str
    x: float
    certainty: float


def letters_of(line: Grey) -> list[Letter]:
    """The letters of a picture of one line, from left to right."""
    import cv2

    model = _model()
    height, width = line.shape
    drawn = round(min(MAX_WIDTH_PX, max(LEAST_WIDTH_PX, width * HEIGHT_PX / height * SQUEEZE)))
    fitted = cv2.resize(line, (drawn, HEIGHT_PX), interpolation=cv2.INTER_LINEAR)
    wave = (fitted.astype(np.float32) / 127.5 - 1.0)[None, None].repeat(3, axis=1)
    answer = model.session.run(None, {model.given: wave})[0][0]
    return _decoded(answer[:, : len(model.alphabet)], model.alphabet, width / answer.shape[0])


@dataclass(frozen=True, slots=True)
class _Model:
    session: Any
    given: str
    alphabet: tuple[str, ...]
    """What each of the classes reads; the first is the blank between letters."""


@cache
def _model() -> _Model:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # numbers too small to matter are slow to reckon with
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    # the arena keeps the largest line's memory for ever
    options.enable_cpu_mem_arena = False
    file = Path(str(model_file())).read_bytes()
    known = ["", *said_of(file, "character").splitlines(), " "]
    kept = [(i, plain) for i, c in enumerate(known) if (plain := _plain(c)) in LATIN or i == 0]
    taken = {i for i, _ in kept}
    rivals = [i for i in range(0, len(known), RIVAL_STEP) if i not in taken]
    slim = slimmed(file, len(known), np.array([*(i for i, _ in kept), *rivals]))
    session = onnxruntime.InferenceSession(slim, options, providers=["CPUExecutionProvider"])
    return _Model(session, session.get_inputs()[0].name, tuple(c for _, c in kept))


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKC", ALIKE.get(letter, letter))


def _decoded(belief: NDArray[np.float32], alphabet: tuple[str, ...], column: float) -> list[Letter]:
    """One letter for each run of columns that agree on it."""
    best = belief.argmax(axis=1)
    letters = []
    for run in np.split(np.arange(len(best)), np.flatnonzero(np.diff(best)) + 1):
        if not len(run) or not best[run[0]]:
            continue
        here = best[run[0]]
        peak = run[np.argmax(belief[run, here])]
        letters.append(Letter(alphabet[here], (float(run.mean()) + 0.5) * column, float(belief[peak, here])))
    return letters
