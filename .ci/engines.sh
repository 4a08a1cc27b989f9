#!/usr/bin/env bash
# Spark, Ray and Daft against the contract that all runners meet. Says clearly what was skipped, and why.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
skipped=0

has() { "$python" -c "import importlib.util as u, sys; sys.exit(u.find_spec('$1') is None)"; }

for engine in pyspark ray daft; do
  if ! has "$engine"; then
    case $engine in daft) wanted=daft ;; *) wanted="'zjreform[${engine#py}]'" ;; esac
    echo "SKIPPED: $engine is not installed (pip install $wanted)"
    skipped=1
    continue
  fi
  if [ "$engine" = pyspark ] && ! java -version >/dev/null 2>&1; then
    echo "SKIPPED: pyspark needs Java 17, and there is no java on the PATH"
    skipped=1
    continue
  fi
  echo "-- $engine"
  ZJREFORM_ENGINES=1 timeout 400 "$python" -m pytest -q -p no:cacheprovider tests/corpus/test_engines.py -k "${engine#py}"
done
[ $skipped = 0 ] || echo "Not every engine ran: see SKIPPED above."
