"""Says whether the extra that reads pictures is installed, without loading any of it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

MODEL = "PP-OCRv6_rec_small.onnx"


def model_file() -> Path | None:
    """The model in the installed wheel; None when the extra is not installed."""
    if find_spec("onnxruntime") is None or find_spec("cv2") is None:
        return None
    package = find_spec("rapidocr")
    if package is None or package.origin is None:
        return None
    file = Path(package.origin).parent / "models" / MODEL
    return file if file.is_file() else None


def is_installed() -> bool:
    """Whether the extra is there, with its model."""
    return model_file() is not None
