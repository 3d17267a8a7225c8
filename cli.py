"""The command line; here, and nowhere else, errors become exit codes, as in docs/errors.md.

The commands themselves are in extract/commands/, a file each.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence

from agendapack.extract.errors import Interrupted
from agendapack.extract.interrupts import stoppable

GARBAGE_AFTER = 50_000
"""Objects made before Python looks for cycles among them; its own rule is 700."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    # a command is over before much garbage is made: looking for it while libraries load costs more
    gc.set_threshold(GARBAGE_AFTER)
    # numpy, which comes with Arrow and is not calculated with, would start threads that wait busily
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    code = run(arguments)
    if "duckdb" not in sys.modules:  # which would tell on standard error of what is left at the end
        gc.freeze()  # Python looks for garbage a last time when it ends: nothing is left to look at
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command, and tell when it was interrupted; loading what it needs can be interrupted too."""
    try:
        with stoppable():
            return _run(arguments)
    except KeyboardInterrupt:
        # with nothing but this: what was being loaded may be in pieces
        told = '{"level": "error", "logger": "agendapack", "message": "interrupted."}'
        sys.stderr.write(f"{told if _in_json(arguments) else 'agendapack: interrupted.'}\n")
        return Interrupted.exit_code


def _in_json(arguments: Sequence[str] | None) -> bool:
    """Whether the log is asked for in JSON: known before the options are read, as they may be wrong."""
    return "--log-json" in (sys.argv[1:] if arguments is None else arguments)


def _run(arguments: Sequence[str] | None) -> int:
    import rich_click as click

    from agendapack.extract.commands import agendapack
    from agendapack.extract.commands.streams import log_in_json, log_to_nobody, say, write_out
    from agendapack.extract.errors import AgendapackError, NothingRead, PackError, UsageError

    log_to_nobody()
    if _in_json(arguments):
        log_in_json(logging.INFO)
    try:
        code: int | None = agendapack(arguments, prog_name="agendapack", standalone_mode=False)
        return code or 0
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "agendapack"
        say(f"{error.format_message()} See {where} --help.")
        return UsageError.exit_code
    except AgendapackError as error:
        say(str(error))
        # a command about one pack that cannot be read has read nothing
        return NothingRead.exit_code if isinstance(error, PackError) else error.exit_code
    except SystemExit:
        return 0  # click gives up thus when nobody reads its help or version to the end
    except click.Abort:
        raise KeyboardInterrupt from None
    finally:
        write_out()


if __name__ == "__main__":
    main()
