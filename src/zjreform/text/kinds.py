"""What a numeral in a text is: one list for figures found in running text and for the numerals that are no figure."""

from zjreform.code import Code


class Kind(Code):
    """What a numeral is; one list for figures in running text and for the numerals that are no figure."""

    QUANTITY = "quantity", "数量", "quantity", "A figure with a meaning of its own."
    DATE = "date", "日期", "date", "A date, year, part of a year or clock time."
    ORDINAL = "ordinal", "序数", "ordinal", "Numbers a thing in an order and ranks nobody."
    NAME = "name", "名称", "name", "Part of a name or slogan."
    MARKER = "marker", "序号", "marker", "Numbers a paragraph, list item or heading."
    IDENTIFIER = "identifier", "编号", "identifier", "Page, telephone, document or book number, code, address."
    LEXICAL = "lexical", "词语", "lexical", "The numeral is part of an ordinary word."
    UNREAD = (
        "unread",
        "未读",
        "unread",
        "A numeral whose whole cannot be read with certainty; only asked for by name, and no kind of a bundled row.",
    )
