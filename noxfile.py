"""Every check of the project, one command each: ``nox -l`` lists them, ``nox -s lint`` runs one, ``nox`` all but the long ones.

Sessions run in the environment that nox runs in (the README's second command makes it); ``wheel`` makes environments of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from hashlib import sha256
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
NEEDS_EXTRAS = ("--ignore=tests/quantity/test_normalise.py", "--ignore=tests/text/test_answers.py")
"""Series and calendars, which the bare package has not."""
MOST_WHEEL_BYTES = 2_000_000


@nox.session
def lint(session: nox.Session) -> None:
    """Rules of form, and generated files that must be current."""
    _module(session, "ruff", "check", ".")
    _module(session, "ruff", "format", "--check", ".")
    for tool in ("build_stub", "build_reference", "build_design"):
        session.run(sys.executable, f"tools/{tool}.py", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Strict types of sources and tests."""
    _module(session, "mypy")


@nox.session
def tests(session: nox.Session) -> None:
    """The suite but for what is long: tests, doctests of sources, README and docs; the README's second command."""
    _module(session, "pytest", "-n", "auto", "-m", "not slow", *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """What the suite leaves out because each of it takes long."""
    _module(session, "pytest", "-n", "auto", "-m", "slow", "--ignore=tests/site", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Every benchmark at a size of seconds, beside the packages that install here."""
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    together = [line for line in extra["bench"] if line.startswith(("recognizers", "emoji"))]
    for wanted in ([line] for line in extra["bench"] if line not in together):
        _optional(session, wanted)
    _optional(session, together)
    session.run(sys.executable, "benchmarks/run.py", "--smoke")


def _optional(session: nox.Session, wanted: list[str]) -> None:
    """Install packages to compare with; that one does not install is said and stops nothing."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", *wanted]
    if subprocess.run(command, check=False).returncode:
        session.warn(f"does not install here: {', '.join(wanted)}")


@nox.session
def coverage(session: nox.Session) -> None:
    """Lines and branches that the suite reaches, on this Python: at least 95 in a hundred.

    pytest-cov keeps what a worker has measured when its last test ends; what waits for the end of the process is lost where that takes
    longer than the ten seconds after which pytest-xdist kills it. What takes long is left out: it reaches little that the rest does not.
    """
    kept = {"COVERAGE_FILE": str(ROOT / "build" / "coverage" / "data"), "HYPOTHESIS_PROFILE": "few"}
    options = ("-m", "not slow", "--ignore=tests/patterns", "--cov", "--cov-report=term:skip-covered")
    _module(session, "pytest", "-q", "-n", "auto", *options, *session.posargs, env=kept)


@nox.session
def audit(session: nox.Session) -> None:
    """Every figure of the bundled data stands in the documents where the data says; needs a folder with the documents."""
    if not SOURCES.is_dir():
        session.skip(f"no source documents in {SOURCES}")
    session.run(str(Path(sys.executable).with_name("zjreform")), "audit", str(SOURCES))


@nox.session
def damage(session: nox.Session) -> None:
    """Every damage to packages of all formats, 300 contradictions and 200 kills: the whole of what the suite tries by sample."""
    _module(session, "pytest", "-q", "-n", "auto", "tests/damage", *session.posargs, env={"ZJREFORM_DAMAGE": "whole"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Ten million inputs over all targets, or as many as ``-- --runs N`` says."""
    session.run(sys.executable, "tools/fuzz.py", *(session.posargs or ["--runs", "10000000"]))


@nox.session
def supply(session: nox.Session) -> None:
    """Wheel and sdist built twice are the same bytes, the sdist builds the same wheel without a network, and twine finds no fault."""
    with tempfile.TemporaryDirectory() as made:
        work, hashes = Path(made), list[dict[str, str]]()
        for name in ("one", "two"):
            _module(session, "build", "--quiet", "--no-isolation", "--outdir", str(work / name), ".")
            hashes.append({path.name: sha256(path.read_bytes()).hexdigest() for path in (work / name).iterdir()})
        if hashes[0] != hashes[1]:
            session.error(f"built twice, the files differ: {hashes}")
        _module(session, "twine", "check", "--strict", *map(str, sorted((work / "one").iterdir())))
        shutil.unpack_archive(next((work / "one").glob("*.tar.gz")), work, filter="data")
        unpacked = next(path for path in work.iterdir() if path.name.startswith("zjreform-"))
        _module(
            session, "build", "--quiet", "--wheel", "--no-isolation", "--outdir", str(work / "three"), str(unpacked)
        )
        for path in (work / "three").iterdir():
            if sha256(path.read_bytes()).hexdigest() != hashes[0][path.name]:
                session.error("the sdist builds another wheel")


@nox.session
def floors(session: nox.Session) -> None:
    """The lowest versions that pyproject.toml allows work together, on the lowest Python."""
    python = _python(PYTHONS[0])
    if python is None:
        session.skip(f"Python {PYTHONS[0]} is not installed here")
    with tempfile.TemporaryDirectory() as made:
        work, inside = Path(made), str(Path(made, "venv", "bin", "python"))
        extras = ("pandas", "polars", "arrow", "excel", "units", "calendar", "cli")
        pins = subprocess.run([sys.executable, "tools/floors.py", *extras], capture_output=True, text=True, check=True)
        (work / "floors.txt").write_text(pins.stdout, encoding="utf-8")
        session.run(python, "-m", "venv", str(work / "venv"), external=True)
        session.run(inside, "-m", "pip", "install", "--quiet", "-r", str(work / "floors.txt"), ".", external=True)
        session.run(inside, "-c", _LOWEST, external=True)


_LOWEST = """
import tempfile, zjreform as zj
ds, folder = zj.load(), tempfile.mkdtemp()
assert len(ds.cases.to_pandas()) == len(ds.cases.to_polars()) == ds.cases.to_arrow().num_rows == 93
assert zj.read(ds.write_excel(folder + "/a.xlsx").path) == zj.read(ds.write_parquet(folder + "/a").path) == ds
assert str(zj.to_pint(zj.parse("3公顷"))) == "3 hectare"
"""


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
        _module(session, "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(work / "pip"), ".")
        if _names(built) != _names(next((work / "pip").glob("*.whl"))):
            session.error("pip makes a wheel with other files than build does")
        for name in ("tests", "pyproject.toml"):
            part = ROOT / name
            (shutil.copytree if part.is_dir() else shutil.copy)(part, work / "outside" / name)
        for version in PYTHONS:
            _contract(session, version, built, work)


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


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
        session.run(inside, "-m", "pytest", "-q", "-n", "auto", *NEEDS_EXTRAS, *CONTRACT, external=True)


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


def _module(session: nox.Session, name: str, *arguments: str, env: dict[str, str] | None = None) -> None:
    session.run(sys.executable, "-m", name, *arguments, env=env)
