"""Number the paragraph and the sentence of every mention, from the source texts: ``python tools/number_mentions.py SOURCES [--check]``.

SOURCES is the folder that holds the documents, each identical to the one that was coded. ``--check`` writes nothing and exits with 1 if a
number is out of step.
"""

import csv
import hashlib
import sys
from io import StringIO
from pathlib import Path

import zjreform as zj
from zjreform.records.schema import schema_of
from zjreform.tabular.csv_text import write_sheet
from zjreform.text.sentences import Numbered

FILE = Path(__file__).resolve().parent.parent / "src" / "zjreform" / "data" / "mentions.csv"


def numbered(folder: Path) -> dict[str, Numbered]:
    """Return the documents by the id of their source; exits where a copy is another one."""
    found = {}
    for source in zj.load().sources:
        data = (folder / source.file).read_bytes()
        if hashlib.sha256(data).hexdigest() != source.sha256:
            raise SystemExit(f"{source.file} is another copy than the one coded")
        found[source.id] = Numbered.of(data.decode("utf-8"))
    return found


def main(folder: str, *, check: bool) -> int:
    """Rewrite the table, or compare it."""
    texts, header = numbered(Path(folder)), schema_of("mentions").header
    held = FILE.read_bytes()
    rows = list(csv.DictReader(StringIO(held.decode("utf-8"), newline="")))
    for row in rows:
        paragraph, sentence = texts[row["source"]].at(int(row["start"]))
        row["paragraph"], row["sentence"] = str(paragraph), str(sentence)
    made = write_sheet(header, ([row[name] for name in header] for row in rows))
    if check:
        print("in step" if made == held else "out of step")
        return int(made != held)
    FILE.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], check="--check" in sys.argv[2:]))
