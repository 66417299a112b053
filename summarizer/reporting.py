"""What the command line says besides its results: error lines, warnings, tracebacks on demand, and the exit code.

This module is imported by every command line, so it imports nothing heavy.
"""

from __future__ import annotations

import functools
import logging
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec

import typer

from summarizer.errors import (
    ArticleError,
    ConfigurationError,
    NotAuthorized,
    OutOfQuota,
    ServiceDown,
    SummarizerError,
)
from summarizer.escaping import one_line

P = ParamSpec("P")

FINE, FAULTY, MISUSED, INTERRUPTED = 0, 1, 2, 130
"""The exit codes: all well; something is wrong in the articles or records; bad usage or configuration; Ctrl-C, or a
service that is down for too long, or a budget that is used up: broken off, what was done is kept, and the same command
carries on (with a larger budget)."""

LONGEST_LINE = 1000
"""Characters of a message; a server can send any number."""


def reporting(command: Callable[P, int]) -> Callable[P, None]:
    """`command`, which returns its exit code, with its errors as lines on standard error and never as a traceback."""

    @functools.wraps(command)
    def reported(*arguments: P.args, **options: P.kwargs) -> None:
        _open_closed()
        _write_utf8()
        _log_to_stderr(quiet=bool(options.get("quiet")))
        try:
            code = command(*arguments, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read has read enough.
            _give_up_stdout()
            code = FINE
        except (ConfigurationError, NotAuthorized, OutOfQuota) as fault:
            code = _reported(str(fault), fault, MISUSED)
        except ServiceDown as fault:
            code = _reported(str(fault), fault, INTERRUPTED)
        except ArticleError as fault:
            code = _reported(str(fault), fault, FAULTY)
        except KeyboardInterrupt:
            say("interrupted")
            code = INTERRUPTED
        except OSError as fault:
            # What reads articles and writes folders has its own errors, so that this is standard output: a full disk.
            _give_up_stdout()
            code = _reported(f"cannot write the output: {fault.strerror or fault}", fault, MISUSED)
        except Exception as fault:
            code = _reported(_bug(fault), fault, FAULTY)
        raise typer.Exit(code)

    return reported


def say(message: str) -> None:
    """One line on standard error, without what a terminal obeys: a message can quote a file, an article, a server."""
    line = one_line(message)
    tell(f"summarizer: {line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + '…'}")


def tell(lines: str) -> None:
    """Lines on standard error. What cannot be written there (it goes to a file on a full disk) must not cost work."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{lines}\n")
        sys.stderr.flush()


def say_failed(name: str, fault: Exception | None) -> None:
    """The line for an article that failed."""
    message = str(fault) if isinstance(fault, SummarizerError) or fault is None else _bug(fault)
    shown = "standard input" if name == "-" else name
    if fault is not None:
        _show_traceback(fault)
    say(message if shown in message else f"{shown}: {message}")


def _open_closed() -> None:
    """A stream that was closed when the program was started takes what is written and drops it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (until the end)


def _give_up_stdout() -> None:
    """What is buffered for standard output must not be tried again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reported(message: str, fault: Exception, code: int) -> int:
    _show_traceback(fault)
    say(message)
    return code


def _bug(fault: Exception) -> str:
    return f"{type(fault).__name__}: {fault} (a fault of this program; SUMMARIZER_DEBUG=1 shows where)"


def _show_traceback(fault: Exception) -> None:
    if os.environ.get("SUMMARIZER_DEBUG", "") not in ("", "0"):
        traceback.print_exception(fault)


def _write_utf8() -> None:
    """Output in UTF-8 whatever the locale says; a file's name that is not UTF-8 is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


class _Lines(logging.Handler):
    """Log records as lines like every other."""

    def emit(self, record: logging.LogRecord) -> None:
        say(record.getMessage())


def _log_to_stderr(*, quiet: bool) -> None:
    """Shows our own warnings; those of other packages are not for the user."""
    logging.getLogger().addHandler(logging.NullHandler())
    logging.getLogger("summarizer").handlers = [_Lines(logging.ERROR if quiet else logging.WARNING)]
