"""Pages of the samples in a real browser, from disk and served."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agendapack.extract.correct.file import FILE
from agendapack.extract.correct.kept import Kept
from agendapack.extract.write.review import build_review, serve_review

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WIDE = {"width": 1440, "height": 900}
Open = Callable[..., Any]
"""The page is one of playwright, which need not be installed."""


@pytest.fixture(scope="session")
def results(samples_read: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples' results with their review page."""
    out = tmp_path_factory.mktemp("browser") / "out"
    shutil.copytree(samples_read, out)
    build_review(out, [SAMPLES])
    return out


@pytest.fixture
def visit(browser) -> Iterator[Open]:
    """Opens a page and fails the test on any error the browser reports."""
    contexts, errors = [], []

    def go(address: str | Path, **options: object):
        # Motion is reduced: a line measured while it fades in has the contrast of no moment a reader sees.
        still = {"viewport": WIDE, "accept_downloads": True, "reduced_motion": "reduce"}
        context = browser.new_context(**still | options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: dialog.accept())
        page.requested, page.errors = [], errors
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(address.as_uri() if isinstance(address, Path) else address)
        page.wait_for_selector("#rows button")
        return page

    yield go
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def page(visit: Open, results: Path):
    return visit(results / "review" / "index.html")


@pytest.fixture
def served(results: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address and results folder of a page that can save."""
    out = tmp_path / "out"
    shutil.copytree(results, out)
    with serve_review(Kept(out / FILE), out / "review") as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.address, out
        server.shutdown()
        thread.join()
