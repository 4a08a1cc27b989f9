"""Every check of the project, one command each: ``nox -l`` lists them, ``nox -s lint`` runs one, ``nox`` all but the long ones.

Sessions run in the environment that nox runs in (the README's second command makes it); ``wheel`` makes environments of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "tests", "wheel"]

ROOT = Path(__file__).parent
SOURCES = Path(os.environ.get("ZJREFORM_SOURCES", ROOT.parent / "shared" / "sources"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
CONTRACT = (
    "tests/contract",
    "tests/quantity",
    "tests/records",
    "tests/text",
    "tests/test_errors.py",
    "tests/test_fold.py",
)
NEEDS_EXTRAS = "--ignore=tests/quantity/test_normalise.py"
"""Series and calendars, which the bare package has not."""
MOST_WHEEL_BYTES = 2_000_000


@nox.session
def lint(session: nox.Session) -> None:
    """Rules of form, and generated files that must be current."""
    _module(session, "ruff", "check", ".")
    _module(session, "ruff", "format", "--check", ".")
    for tool in ("build_stub", "build_reference"):
        session.run(sys.executable, f"tools/{tool}.py", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Strict types of sources and tests."""
    _module(session, "mypy")


@nox.session
def tests(session: nox.Session) -> None:
    """The whole suite: tests, doctests of sources, README and docs."""
    _module(session, "pytest", "-n", "auto", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Lines and branches that the suite reaches, on this Python."""
    _module(session, "coverage", "run", "-m", "pytest", "-q", *session.posargs)
    _module(session, "coverage", "report", "--skip-covered")


@nox.session
def audit(session: nox.Session) -> None:
    """Every figure of the bundled data stands in the documents where the data says; needs a folder with the documents."""
    if not SOURCES.is_dir():
        session.skip(f"no source documents in {SOURCES}")
    session.run(str(Path(sys.executable).with_name("zjreform")), "audit", str(SOURCES))


@nox.session
def site(session: nox.Session) -> None:
    """The site: built with warnings as errors, searched and looked at in a browser."""
    session.run(sys.executable, "-m", "pip", "install", "--quiet", "--editable", ".[docs]")
    _module(session, "pytest", "-q", "tests/site")


@nox.session
def wheel(session: nox.Session) -> None:
    """The built wheel, installed with nothing but what it requires, on every supported Python at hand."""
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        _module(session, "build", "--quiet", "--wheel", "--sdist", "--outdir", str(work / "dist"), ".")
        built = next((work / "dist").glob("*.whl"))
        size = built.stat().st_size
        session.log(f"{built.name}: {size:,} bytes")
        if size > MOST_WHEEL_BYTES:
            session.error(f"the wheel has {size:,} bytes, more than {MOST_WHEEL_BYTES:,}")
        _module(session, "twine", "check", "--strict", *map(str, sorted((work / "dist").iterdir())))
        for name in ("tests", "pyproject.toml"):
            part = ROOT / name
            (shutil.copytree if part.is_dir() else shutil.copy)(part, work / "outside" / name)
        for version in PYTHONS:
            _contract(session, version, built, work)


def _contract(session: nox.Session, version: str, built: Path, work: Path) -> None:
    python = _python(version)
    if python is None:
        session.log(f"Python {version} is not installed here: its contract tests are skipped")
        return
    folder = work / f"venv-{version}"
    session.run(python, "-m", "venv", str(folder), external=True)
    inside = str(folder / "bin" / "python")
    session.run(inside, "-m", "pip", "install", "--quiet", str(built), external=True)
    session.run(inside, "-c", _ALONE, external=True)
    session.run(
        inside,
        "-m",
        "pip",
        "install",
        "--quiet",
        "pytest>=8.4",
        "pytest-xdist>=3.6",
        "hypothesis>=6.130",
        external=True,
    )
    with session.chdir(work / "outside"):
        session.run(inside, "-m", "pytest", "-q", "-n", "auto", NEEDS_EXTRAS, *CONTRACT, external=True)


_ALONE = """
import importlib.metadata as metadata, re, zjreform as zj
wanted = {re.split("[>=<; ]", line)[0] for line in metadata.requires("zjreform") if "extra" not in line}
assert wanted == {"attrs", "cattrs", "importlib-resources"}, wanted
assert zj.load().sizes()["awards"] == 99 and zj.figures("用时8天")[0].surface == "8天"
"""
"""What a user of the bare package relies on, without anything else installed."""


def _python(version: str) -> str | None:
    """Return a Python of a version that can make environments, of the system or of pyenv."""
    root = (
        subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=False)
        if shutil.which("pyenv")
        else None
    )
    homes = sorted(Path(root.stdout.strip(), "versions").glob(f"{version}.*/bin/python")) if root else []
    for candidate in (shutil.which(f"python{version}"), *map(str, homes)):
        if (
            candidate
            and not subprocess.run([candidate, "-c", "import venv"], capture_output=True, check=False).returncode
        ):
            return candidate
    return None


def _module(session: nox.Session, name: str, *arguments: str) -> None:
    session.run(sys.executable, "-m", name, *arguments)
