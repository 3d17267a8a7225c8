"""Compiles extract/read/pagewalk.c where there is a C compiler; without one a line says what is done instead.

Leaves what the YAML of schemas/ says as JSON beside it, which is read much faster (`schemas/loading.py`).

Hatch calls it for wheels and editable installs; `python hatch_build.py` builds in the checkout.
"""

from __future__ import annotations

import os
import runpy
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parent / "extract" / "read" / "pagewalk.c"
# on Linux .so alone would be taken for a module of Python
SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so.1")
INSTALLED = f"agendapack/extract/read/pagewalk{SUFFIX}"
SCHEMAS = Path(__file__).parent / "schemas"
MADE = "made.json"
COMPILERS = ("cc", "gcc", "clang")
# a * b + c in one rounding would give other numbers than Python
UNIX = ("-std=c99", "-O2", "-Wall", "-Wextra", "-ffp-contract=off", "-fvisibility=hidden", "-shared", "-fPIC")
MICROSOFT = ("/nologo", "/O2", "/fp:precise", "/LD")


def built(folder: Path) -> Path | str:
    """The library, compiled into a folder; or why there is none."""
    target = folder / f"{SOURCE.stem}{SUFFIX}"
    compiler = _compiler()
    if not compiler:
        return "there is no C compiler"
    with tempfile.TemporaryDirectory() as aside:
        made = Path(aside, target.name)
        run = subprocess.run(_command(compiler, made), cwd=aside, capture_output=True, text=True)
        if run.returncode:
            return f"{compiler[0]} failed: {(run.stderr or run.stdout).strip()[:300]}"
        # what another process has loaded is not written over but replaced
        new = target.with_name(f"{target.name}.new")
        shutil.copyfile(made, new)
        new.replace(target)
    return target


def words(folder: Path) -> Path:
    """What the YAML files say, as JSON in a folder."""
    made_of = runpy.run_path(str(SCHEMAS / "loading.py"))["made_of"]
    target = folder / MADE
    target.write_text(made_of(SCHEMAS), encoding="utf-8")
    return target


def _compiler() -> list[str]:
    """The command that compiles C: as CC says, else what is found; none with AGENDAPACK_PURE=1."""
    if os.environ.get("AGENDAPACK_PURE") == "1":
        return []
    if named := shlex.split(os.environ.get("CC", "")):
        return named if shutil.which(named[0]) else []
    some = ("cl", *COMPILERS) if sys.platform == "win32" else COMPILERS
    return next(([found] for name in some if (found := shutil.which(name))), [])


def _command(compiler: list[str], made: Path) -> list[str]:
    if Path(compiler[0]).stem.lower() == "cl":
        return [*compiler, *MICROSOFT, str(SOURCE), f"/Fe:{made}"]
    given = (shlex.split(os.environ.get(name, "")) for name in ("ARCHFLAGS", "CFLAGS"))
    return [*compiler, *UNIX, *(flag for flags in given for flag in flags), "-o", str(made), str(SOURCE)]


def _told(said: str) -> None:
    print(f"agendapack: {said}; pages are read by Python alone, more slowly.", file=sys.stderr)


if __name__ == "__main__":
    print(words(SCHEMAS))
    outcome = built(SOURCE.parent)
    if isinstance(outcome, str):
        _told(outcome)
        sys.exit(1)
    print(outcome)
else:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class PageWalkHook(BuildHookInterface):  # type: ignore[type-arg]
        """Puts both into the wheel, which with the library is one of this platform and any Python."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Build before the files are gathered."""
            self.aside = tempfile.TemporaryDirectory()
            aside, editable = Path(self.aside.name), version == "editable"
            made = words(SCHEMAS if editable else aside)
            if not editable:
                build_data["force_include"][str(made)] = f"agendapack/schemas/{MADE}"
            outcome = built(SOURCE.parent if editable else aside)
            if isinstance(outcome, str):
                _told(outcome)
            elif not editable:
                platform = self.build_config.builder.get_best_matching_tag().split("-", 2)[2]
                build_data["pure_python"] = False
                build_data["tag"] = f"py3-none-{platform}"
                build_data["force_include"][str(outcome)] = INSTALLED

        def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
            """Take away what the wheel has a copy of."""
            self.aside.cleanup()
