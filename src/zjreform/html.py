"""HTML for reprs: everything is escaped, and a text is marked with its language where that is known."""

from collections.abc import Iterable, Sequence
from html import escape


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
        '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
    """
    head = element("tr", "".join(element("th", cell) for cell in header))
    body = "".join(element("tr", "".join(element("td", cell) for cell in row)) for row in rows)
    title = element("caption", text(caption)) if caption else ""
    return element("table", title + element("thead", head) + element("tbody", body))
