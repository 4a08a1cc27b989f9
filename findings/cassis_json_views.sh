#!/usr/bin/env bash
# dkpro-cassis 0.12.0 cannot read back its own JSON of a CAS with a named view: two coders of one text need XMI.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dkpro-cassis==0.12.0
"$work/venv/bin/python" - <<'PY'
import io, sys
from importlib.metadata import version
import cassis

print("dkpro-cassis", version("dkpro-cassis"))
cas = cassis.Cas(typesystem=cassis.TypeSystem())
cas.sofa_string = "用时5天"
view = cas.create_view("coder-2")
view.sofa_string = "用时5天"
written = cas.to_json(None)
print("to_json: written,", len(written), "characters, views:", [one.sofa.sofaID for one in cas.views])
try:
    cassis.load_cas_from_json(io.StringIO(written))
except ValueError as error:
    print("load_cas_from_json of the same text: ValueError:", error)
else:
    sys.exit("the JSON is read back now")
again = cassis.load_cas_from_xmi(io.BytesIO(cas.to_xmi(None).encode()), typesystem=cassis.TypeSystem())
print("the same CAS as XMI is read back, views:", [one.sofa.sofaID for one in again.views])
PY
