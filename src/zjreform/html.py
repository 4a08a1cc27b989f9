"""HTML for reprs: everything is escaped, nothing is a script, and one style fits notebooks of light and dark themes.

Colours of text are those of the page around it; what is drawn has a middle tone that stands out from white and from black.
"""

import json
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
from math import isfinite

from zjreform.resources import read_text


def element(tag: str, content: str, **attributes: str) -> str:
    """Return an element around HTML that is already safe; attribute values are escaped.

    Args:
        tag: Name of the element.
        content: HTML inside it.
        attributes: Attributes; an underscore behind a Python keyword is dropped (``class_``).

    Example:
        >>> element("td", text("a<b"), title='say "hi"')
        '<td title="say &quot;hi&quot;">a&lt;b</td>'
    """
    marks = "".join(f' {name.rstrip("_")}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<{tag}{marks}>{content}</{tag}>"


def script_page(data: object, scripts: Iterable[str], **parts: str) -> str:
    """Return the page of the explorer as one file that loads nothing.

    Args:
        data: What the page holds; it becomes JSON.
        scripts: Names of its scripts, in order.
        parts: What else it holds, by the names of its template: ``style`` is added to its own.
    """
    filled = {
        "style": read_text("page/style.css") + parts.pop("style", ""),
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        "script": "\n".join(read_text(f"page/script/{name}.js") for name in scripts),
        **{name.replace("_", "-"): part for name, part in parts.items()},
    }
    return re.sub(r"\{\{([a-z-]+)\}\}", lambda found: filled.get(found[1], ""), read_text("page/page.html"))


def text(value: str) -> str:
    r"""Return a text as HTML, line breaks kept.

    Example:
        >>> text("<b>\n")
        '&lt;b&gt;<br>'
    """
    return escape(value).replace("\n", "<br>")


def table(header: Iterable[str], rows: Iterable[Sequence[str]], caption: str = "") -> str:
    """Return a table whose cells are HTML that is already safe.

    Example:
        >>> table(["a"], [["1"]])
        '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
    """
    head = element("tr", "".join(element("th", cell, scope="col") for cell in header))
    body = "".join(element("tr", "".join(map(_cell, row))) for row in rows)
    title = element("caption", text(caption)) if caption else ""
    return element("table", title + element("thead", head) + element("tbody", body))


def _cell(content: str) -> str:
    return element("td", content, class_="zj-n" if content.startswith(_NUMBER) else "")


_NUMBER = '<span class="zj-num"'


def number(content: str) -> str:
    """Return the cell of a number: figures of one width, aligned to the right in a table.

    Example:
        >>> number("1,234")
        '<span class="zj-num">1,234</span>'
    """
    return f"{_NUMBER}>{text(content)}</span>"


def clipped(content: str, title: str = "") -> str:
    """Return a cell that stays one line high, its full text on hover.

    Example:
        >>> clipped("a<b")
        '<span class="zj-clip" title="a&lt;b">a&lt;b</span>'
    """
    return element("span", text(content), class_="zj-clip", title=title or content)


SHOWN = 10
"""Rows that a notebook shows of any table."""


def sheet(
    header: Iterable[tuple[str, str]], rows: Sequence[Sequence[object]], caption: str, total: int, lang: str
) -> str:
    """Return the first rows of any table as a notebook shows them: one look, each row a line high, a tooltip on every header.

    Args:
        header: Name of each column, and what it holds.
        rows: The first rows; numbers stand to the right, shares have one decimal.
        caption: What the rows are.
        total: How many there are in all.
        lang: Language of the caption.

    Example:
        >>> shown = sheet([("a", "A letter")], [["x"]], "letters: 1 record", 1, "en")
        >>> '<span title="A letter">a</span>' in shown, "letters: 1 record" in shown
        (True, True)
    """
    names = [element("span", text(name), title=title) for name, title in header]
    cut = {"en": f", first {SHOWN} shown", "zh": f"，显示前{SHOWN}行"}[lang] if total > SHOWN else ""
    return styled(table(names, [[_shown(value) for value in row] for row in rows[:SHOWN]], caption + cut), lang=lang)


def _shown(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return clipped(str(value))
    if isinstance(value, int):
        return number(f"{value:,}")
    digits = f"{value:,f}" if isfinite(value) else ""
    return number(digits.rstrip("0").rstrip(".") if "." in digits else digits)


def styled(content: str, kind: str = "", lang: str = "") -> str:
    """Return a fragment for a notebook: safe HTML with the style that it needs, and nothing that runs.

    Args:
        content: HTML that is already safe.
        kind: Further class of the fragment.
        lang: Language of its text.

    Example:
        >>> styled("<p>1</p>", lang="en").endswith('<div class="zj" lang="en" tabindex="0"><p>1</p></div>')
        True
    """
    return f"<style>{STYLE}</style>" + element("div", content, class_=f"zj {kind}".strip(), lang=lang, tabindex="0")


def page(title: str, content: str, lang: str) -> str:
    """Return a whole page that loads nothing, around HTML that is already safe.

    Example:
        >>> page("a<b", "<p>1</p>", "en").startswith('<!DOCTYPE html>')
        True
    """
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<style>body{margin:1rem auto;max-width:75rem;padding:0 1rem;background:Canvas;color:CanvasText;"
        "font-family:system-ui,sans-serif}</style>"
    )
    body = element("main", element("h1", text(title)) + content)
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}{element("title", text(title))}</head><body>{body}</body></html>\n'


STYLE = (
    '.zj{font:14px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;text-align:left;overflow-x:auto}'
    ".zj.zj.zj table{border-collapse:collapse;margin:.3em 0;table-layout:auto;font-size:inherit}"
    ".zj.zj.zj caption{caption-side:top;text-align:left;font-weight:600;padding:0 0 .3em;white-space:nowrap}"
    ".zj.zj.zj th,.zj.zj.zj td{text-align:left;vertical-align:top;padding:.15em .7em .15em 0;border-bottom:1px solid rgba(127,127,127,.4)}"
    ".zj.zj.zj th{font-weight:600;white-space:nowrap}.zj.zj.zj td.zj-n{text-align:right}"
    ".zj-num{font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".zj-clip{display:block;max-width:24em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}"
    ".zj .zj-head{font-size:1.1em;font-weight:600}.zj p{margin:.2em 0}.zj-soft{opacity:.8}"
    ".zj dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1em 1em;margin:.4em 0}"
    ".zj dt{opacity:.8}.zj dd{margin:0;overflow-wrap:anywhere}"
    ".zj-card{max-width:46em;border:1px solid rgba(127,127,127,.5);border-radius:6px;padding:.5em .9em}"
    ".zj.zj-card td{white-space:nowrap}.zj-bar{vertical-align:middle;max-width:100%;height:auto}"
    ".zj-tag{border:1px solid rgba(127,127,127,.6);border-radius:1em;padding:0 .5em;white-space:nowrap;font-size:.9em}"
)
"""The style of cards and tables."""
