"""The recogniser's file without the letters no page here holds reads as the whole one does."""

from __future__ import annotations

import numpy as np
import pytest

from agendapack.extract.ocr.extra import is_installed, model_file
from agendapack.extract.ocr.slim_model import said_of, slimmed

pytestmark = pytest.mark.skipif(not is_installed(), reason="needs agendapack[ocr]")


def test_only_the_columns_of_the_letters_go() -> None:
    import onnxruntime

    file = model_file()
    assert file is not None
    whole = file.read_bytes()
    letters = len(said_of(whole, "character").splitlines()) + 2
    kept = np.arange(0, letters, 97)
    wave = np.random.default_rng(3).uniform(-1, 1, (1, 3, 48, 96)).astype(np.float32)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    answers = []
    for model in (whole, slimmed(whole, letters, kept)):
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        answers.append(session.run(None, {session.get_inputs()[0].name: wave})[0][0])
    few = answers[0][:, kept]
    assert answers[1].shape == few.shape
    assert answers[1] == pytest.approx(few / few.sum(axis=1, keepdims=True), rel=2e-3, abs=1e-5)


def test_a_missing_note_is_said() -> None:
    with pytest.raises(KeyError):
        said_of(b"", "character")
