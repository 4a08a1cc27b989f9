"""The entry point: runs the command line, or says which extra it needs."""

import io
import sys

from zjreform.errors import ExtraMissingError


def main() -> None:
    """Run ``zjreform``; exits with 2 and the name of the extra where typer or rich is missing.

    Output is UTF-8 whatever the system says: Chinese names have no other common encoding, and a file of rows is to be read elsewhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        from zjreform.cli.app import run  # noqa: PLC0415 (typer comes with an extra)
    except ModuleNotFoundError as error:
        if error.name not in {"typer", "rich"}:
            raise
        sys.stderr.write(f"zjreform: {ExtraMissingError(error.name, 'cli')}\n")
        sys.exit(2)
    run()
