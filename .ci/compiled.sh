#!/usr/bin/env bash
# Builds the wheel with the reader as machine code, installs it apart from the sources, and runs the tests of quantities and texts on it.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-python3}

"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet build
ZJREFORM_COMPILED=1 "$work/venv/bin/python" -m build --quiet --wheel --outdir "$work/dist" .
"$work/venv/bin/pip" install --quiet "$(echo "$work"/dist/*.whl)[test]"
mkdir "$work/outside"
cp -r tests pyproject.toml README.md docs CITATION.cff "$work/outside/"
cd "$work/outside"
"$work/venv/bin/python" -c 'import zjreform.quantity.quick as quick; assert not quick.__file__.endswith(".py"), quick.__file__'
"$work/venv/bin/python" -m pytest tests/quantity tests/text --deselect tests/text/test_linear.py
