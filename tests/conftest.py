"""What several test files share."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# how long an example takes tells more of what else the machine is doing than of the code
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one switch behind which a run may rewrite expected files."""
    parser.addoption("--update-goldens", action="store_true", help="rewrite tests/goldens/ from this run")


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Shells have what they start in the background ignore Ctrl-C, and so would all that the tests start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture(scope="session")
def samples_read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A results folder of the sample packs, in all formats; tests leave it as it is."""
    from agendapack import cli

    out = tmp_path_factory.mktemp("samples") / "out"
    packs = [str(SAMPLES / name / "pack.pdf") for name in ("harrowmere", "ashenshire")]
    code = cli.run(
        ["extract", *packs, "-o", str(out), "--format", "csv,parquet,xlsx,duckdb", "--excel", "-q"]
    )
    assert code == 0
    return out


# --- a real browser, for the tests of pages; they are skipped where there is none ----------------

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, the system's own."""
    api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()
