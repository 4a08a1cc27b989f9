"""The entry point: runs the command line, or says which extra it needs."""

import sys

from zjreform.errors import ExtraMissingError


def main() -> None:
    """Run ``zjreform``; exits with 2 and the name of the extra where typer or rich is missing."""
    try:
        from zjreform.cli.app import run  # noqa: PLC0415 (typer comes with an extra)
    except ModuleNotFoundError as error:
        if error.name not in {"typer", "rich"}:
            raise
        sys.stderr.write(f"zjreform: {ExtraMissingError(error.name, 'cli')}\n")
        sys.exit(2)
    run()
