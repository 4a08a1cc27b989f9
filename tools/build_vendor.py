"""Makes ``src/zjreform/data/page/vendor``: the parts of others that the explorer page is built on, compressed, with an inventory.

Tabulator comes from the npm registry by ``npm pack``, Vega, Vega-Lite and Vega-Embed from the package vl-convert-python. Versions are
pinned here; the inventory names version, licence and SHA-256 of each part before compression, and a test holds the files to it.

Usage: python tools/build_vendor.py [--check]
"""

import hashlib
import json
import lzma
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

import vl_convert

TARGET = Path(__file__).resolve().parent.parent / "src" / "zjreform" / "data" / "page" / "vendor"
TABULATOR = "6.5.3"
VL_CONVERT = "1.9.0.post1"


def parts() -> dict[str, tuple[bytes, dict[str, str]]]:
    """Return each part by its file name, with what the inventory says of it."""
    if version("vl-convert-python") != VL_CONVERT:
        raise SystemExit(f"expected vl-convert-python {VL_CONVERT}, found {version('vl-convert-python')}")
    held = _packed("tabulator-tables", TABULATOR, ("dist/js/tabulator.min.js", "dist/css/tabulator.min.css", "LICENSE"))
    tabulator = {"package": "tabulator-tables", "version": TABULATOR, "licence": "MIT"}
    bundle = vl_convert.javascript_bundle().encode("utf-8")  # type: ignore[call-arg]  # the stub names no default
    vega = {
        "package": "vega, vega-lite, vega-embed (by vl-convert-python " + VL_CONVERT + ")",
        "version": f"{vl_convert.get_vega_version()}, {vl_convert.get_vegalite_versions()[-1]}, {vl_convert.get_vega_embed_version()}",
        "licence": "BSD-3-Clause; what they are built on: ISC, MIT, BSD-3-Clause, 0BSD, Unlicense",
    }
    return {
        "tabulator.js": (_without_map(held["dist/js/tabulator.min.js"]), tabulator),
        "tabulator.css": (_without_map(held["dist/css/tabulator.min.css"]), tabulator),
        "tabulator-LICENSE.txt": (held["LICENSE"], tabulator),
        "vega.js": (bundle, vega),
        "vega-LICENSE.txt": (_licences(), vega),
    }


BUNDLED = (
    "vega",
    "d3-",
    "delaunator",
    "fast-json-patch",
    "internmap",
    "json-stringify-pretty-compact",
    "robust-predicates",
)
BUNDLED += ("semver", "topojson-client", "tslib", "buffer", "base64-js", "ieee754")
"""How the names of the packages begin whose code the bundle holds; what else npm brings serves command lines and types."""


def _licences() -> bytes:
    """Return the licences of all that the bundle of Vega holds, each text once with the packages that it is of."""
    numbers = (
        vl_convert.get_vega_version(),
        vl_convert.get_vegalite_versions()[-1],
        vl_convert.get_vega_embed_version(),
    )
    wanted = [f"{name}@{number}" for name, number in zip(("vega", "vega-lite", "vega-embed"), numbers, strict=True)]
    texts: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        options = ("--silent", "--ignore-scripts", "--omit=dev", "--omit=optional")
        subprocess.run(["npm", "install", *options, *wanted, "buffer@6"], cwd=folder, check=True)
        for path in sorted(Path(folder, "node_modules").iterdir()):
            if path.name.startswith(BUNDLED):
                file = next(each for each in sorted(path.iterdir()) if each.name.lower().startswith("licen"))
                text = "\n".join(line.rstrip() for line in file.read_text(encoding="utf-8").strip().splitlines())
                texts.setdefault(text, []).append(path.name)
    parts = [f"{', '.join(names)}\n{'=' * 40}\n{text}\n" for text, names in texts.items()]
    return ("What vega.js holds, and under which licence.\n\n" + "\n\n".join(parts)).encode()


def _packed(package: str, number: str, names: tuple[str, ...]) -> dict[str, bytes]:
    """Files of a package of the npm registry."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{package}@{number}"], cwd=folder, check=True, capture_output=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as pack:
            return {name: _member(pack, f"package/{name}") for name in names}


def _member(pack: tarfile.TarFile, name: str) -> bytes:
    file = pack.extractfile(name)
    if file is None:
        raise SystemExit(f"expected {name} in the package")
    return file.read()


def _without_map(data: bytes) -> bytes:
    """Leave out the last line where it names a source map, which a page without requests cannot load."""
    head, _, tail = data.rstrip().rpartition(b"\n")
    return head if b"sourceMappingURL" in tail else data


def main() -> int:
    """Write the parts, or with ``--check`` say whether they are what the packages hold."""
    made = parts()
    inventory = [
        {"file": name, **about, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, (data, about) in made.items()
    ]
    text = json.dumps(inventory, indent=2) + "\n"
    if "--check" in sys.argv[1:]:
        current = (TARGET / "inventory.json").read_text(encoding="utf-8") == text
        print("current" if current else "not current: run tools/build_vendor.py")
        return 0 if current else 1
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (data, _) in made.items():
        (TARGET / f"{name}.xz").write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
    (TARGET / "inventory.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
