#!/usr/bin/env bash
# Builds the wheel with the reader as machine code, installs it apart from the sources, runs the tests of quantities and texts on it, and
# compares what it reads with what the sources read. It is skipped where nothing compiles C.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}

if ! command -v "${CC:-cc}" >/dev/null; then
  echo "skipped: no C compiler is called ${CC:-cc} here, and the compiled wheel needs one"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "building the compiled wheel: mypyc, then C"
ZJREFORM_COMPILED=1 "$python" -m pip wheel --quiet --no-deps --wheel-dir "$work/dist" .
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet "$(echo "$work"/dist/*.whl)[calendar,pandas,polars,units]" pytest pytest-xdist hypothesis jsonschema
mkdir "$work/outside"
cp -r tests pyproject.toml README.md docs CITATION.cff "$work/outside/"
repository=$PWD
cd "$work/outside"
"$work/venv/bin/python" -c 'import zjreform.text.scanning.scan as scan; assert not scan.__file__.endswith(".py"), scan.__file__'
# Left out: cuts counted by a class in place of str, which machine code passes by, and the words that refuse a wrong type, which are of mypyc.
"$work/venv/bin/python" -m pytest -q -n auto tests/quantity tests/text --deselect tests/text/test_linear.py \
  --deselect tests/quantity/test_normalise.py::test_only_texts_and_quantities_are_read
cat >"$work/sources" <<PYTHON
#!/bin/sh
PYTHONPATH="$repository/src" exec "$work/venv/bin/python" "\$@"
PYTHON
chmod +x "$work/sources"
"$work/sources" -c 'import zjreform.text.scanning.scan as scan; assert scan.__file__.endswith(".py"), scan.__file__'
"$work/venv/bin/python" "$repository/tools/compare_builds.py" "$work/sources" "$work/venv/bin/python"
