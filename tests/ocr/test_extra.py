"""What reads pictures is an extra: where it is asked for and not there, that is said first."""

from __future__ import annotations

from pathlib import Path

import pytest

from agendapack import cli
from agendapack.extract.ocr import extra


def test_reading_all_pages_from_pictures_needs_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extra, "is_installed", lambda: False)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["extract", "gone.pdf", "--ocr", "always"]) == 1
    assert 'pip install "agendapack[ocr]"' in capsys.readouterr().err
    assert not Path("output").exists()
