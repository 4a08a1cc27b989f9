#!/usr/bin/env bash
# pyarrow casts a text of 29 digits to decimal128(38, 12) without an error, to another number: the product overflows before it is checked.
# The guess was that a number which does not fit is refused, as one of 27 digits is. Needs Python with venv, and the network for one package.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyarrow==25.0.1
"$work/venv/bin/python" - <<'PY'
import sys

import pyarrow as pa

print("pyarrow", pa.__version__)
wrong = []
for digits in range(25, 32):
    text = "12345678901234567890123456789012345678"[:digits]
    try:
        number = pa.array([text]).cast(pa.decimal128(38, 12))[0].as_py()
    except pa.ArrowInvalid as error:
        print(f"{digits} digits: refused ({error})")
        continue
    print(f"{digits} digits: {text} became {number}")
    if number != int(text):
        wrong.append(digits)
print("became another number without a word:", wrong)
sys.exit(0 if wrong else 1)
PY
