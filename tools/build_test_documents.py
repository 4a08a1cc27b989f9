"""Write the documents that tests/corpus/test_documents.py reads, by several writers: ``python tools/build_test_documents.py``.

Needs typst, weasyprint, fpdf2, python-docx, LibreOffice (``soffice``), Chromium and the fonts Noto CJK; a writer that is absent is named,
and its file stays as it is.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.corpus.passages import PASSAGES, TABLE, UNIT, marked, pieces  # noqa: E402 (the path comes first)

FOLDER = ROOT / "tests/corpus/files"


def page(family: str) -> str:
    """Return the passages and the table as HTML."""
    style = (
        f"body {{ font: 12pt '{family}'; width: 150mm; text-align: justify }} p {{ text-indent: 2em; margin: 0 }} "
        "td { border: 1px solid; padding: 2pt 8pt } .n { text-indent: 0 } @page { size: A4; margin: 25mm }"
    )
    lines = "".join(f"<p>{marked(one, '<sup>{}</sup>', '<sub>{}</sub>')}</p>\n" for one in PASSAGES)
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in TABLE)
    head = f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>x</title><style>{style}</style></head>'
    return f'{head}<body>{lines}<p class="n">{UNIT}</p><table>{rows}</table></body></html>'


def typst(target: Path, *, justify: bool) -> None:
    """Write by Typst."""
    import typst as writer

    body = "\n\n".join(marked(one, "#super[{}]", "#sub[{}]").replace("<", "\\<") for one in PASSAGES)
    cells = ", ".join(f"[{cell}]" for row in TABLE for cell in row)
    setup = (
        '#set text(font: "Noto Serif CJK SC", lang: "zh", size: 11pt)\n'
        '#set page(width: 12cm, height: 14cm, margin: 1.5cm, numbering: "— 1 —")\n'
        f"#set par(justify: {str(justify).lower()}, first-line-indent: 2em)\n"
    )
    columns = len(TABLE[0])
    head = f"table.header(table.cell(colspan: {columns})[{UNIT}])"
    source = f"{setup}{body}\n\n#table(columns: {columns}, {head}, {cells})"
    target.write_bytes(writer.compile(source.encode()))


def weasyprint(target: Path) -> None:
    """Write by WeasyPrint."""
    import weasyprint as writer

    writer.HTML(string=page("Noto Sans CJK SC")).write_pdf(target)


def fpdf(target: Path) -> None:
    """Write by fpdf2, whose character map of this font some readers do not read."""
    from fpdf import FPDF, FontFace

    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.add_font("cjk", fname=fonts("NotoSansCJK-Regular.ttc"), collection_font_number=2)
    pdf.set_font("cjk", size=11)
    for one in PASSAGES:
        pdf.set_x(pdf.l_margin)
        for text, height in pieces(one):
            pdf.char_vpos = {"": "LINE", "^": "SUP", "_": "SUB"}[height]
            pdf.write(8, text)
        pdf.ln(10)
    pdf.write(8, UNIT)
    pdf.ln(8)
    with pdf.table(headings_style=FontFace(emphasis=None)) as table:
        for row in TABLE:
            line = table.row()
            for cell in row:
                line.cell(cell)
    pdf.output(str(target))


def fonts(name: str) -> str:
    """Return the path of a font."""
    return str(next(Path("/usr/share/fonts").rglob(name)))


def word(target: Path) -> None:
    """Write by python-docx."""
    from docx import Document

    made = Document()
    for one in PASSAGES:
        paragraph = made.add_paragraph()
        for text, height in pieces(one):
            run = paragraph.add_run(text)
            run.font.superscript, run.font.subscript = height == "^", height == "_"
    made.add_paragraph(UNIT)
    table = made.add_table(rows=0, cols=len(TABLE[0]))
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(str(target))


def office(target: Path) -> None:
    """Write by LibreOffice, .docx from the HTML page and .pdf from that (its own way from HTML to PDF loses half a page)."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page("Noto Serif CJK SC"), encoding="utf-8")
        for kind in ("docx:Office Open XML Text", "pdf:writer_pdf_Export")[: 2 if target.suffix == ".pdf" else 1]:
            command = [
                "soffice",
                f"-env:UserInstallation=file://{folder}/p",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                folder,
            ]
            subprocess.run([*command, source], check=True, capture_output=True, timeout=180)
            source = source.with_suffix("." + kind[: kind.index(":")])
        shutil.copy(source, target)


def chromium(target: Path) -> None:
    """Write by Chromium's printing."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page("Noto Sans CJK SC"), encoding="utf-8")
        command = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


WRITERS: dict[str, Callable[[Path], None]] = {
    "typst.pdf": lambda target: typst(target, justify=False),
    "typst-justified.pdf": lambda target: typst(target, justify=True),
    "weasyprint.pdf": weasyprint,
    "fpdf2.pdf": fpdf,
    "chromium.pdf": chromium,
    "libreoffice.pdf": office,
    "libreoffice.docx": office,
    "python-docx.docx": word,
    "page.html": lambda target: target.write_text(page("sans-serif"), encoding="utf-8") and None,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or WRITERS:
        try:
            WRITERS[name](FOLDER / name)
        except (ImportError, OSError, subprocess.SubprocessError) as error:
            print(f"{name} stays as it is: {error}")
        else:
            print(f"{name}: {(FOLDER / name).stat().st_size:,} bytes")
