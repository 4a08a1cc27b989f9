"""Cards of what is no record: quantities, changes, figures, comparisons and reports."""

from collections import Counter
from collections.abc import Sequence

from zjreform.code import Code
from zjreform.dataset.audit import AuditReport
from zjreform.dataset.comparisons import Comparison
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.reports import Report
from zjreform.display import label, say
from zjreform.html import clipped, number, table, text
from zjreform.quantity.change import Change
from zjreform.quantity.quantities import Quantity
from zjreform.records.figures import Pairing
from zjreform.text.figure import Figure
from zjreform.text.stated_change import StatedChange
from zjreform.views.bars import Bar, bars
from zjreform.views.cards.evidence import change_words, comparison_bars, measured, share, where
from zjreform.views.cards.sheet import Field, card
from zjreform.views.marks import change_lines, figure_lines
from zjreform.views.names import holder

SHOWN = 20
"""Problems that a report's card lists."""


def quantity_card(quantity: Quantity, _: Dataset | None, lang: str) -> str:
    """Return the card of a quantity: what it says, and its bound as a bar.

    Example:
        >>> import zjreform as zj
        >>> "at least 30%" in quantity_card(zj.parse("三成以上"), None, "en")
        True
    """
    ends = [("low", "下限", quantity.low), ("high", "上限", quantity.high)]
    fields: list[Field] = [
        (say("unit", "单位", lang), text(say(quantity.unit.en, quantity.unit.zh, lang))),
        (say("dimension", "量纲", lang), text(_label(quantity.dimension, lang))),
        (say("bound", "界限", lang), text(_label(quantity.bound, lang))),
        *((say(en, zh, lang), number(_end(end, lang))) for en, zh, end in ends),
    ]
    return card(f"{quantity:{lang}}", say("quantity", "数量", lang), fields, lang, tail=bars([Bar(quantity)], lang))


def _label(code: str, lang: str) -> str:
    return label(code, lang) if isinstance(code, Code) else str(code).replace("_", " ")


def _end(end: object, lang: str) -> str:
    return say("open", "无", lang) if end is None else str(end)


def change_card(change: Change, _: Dataset | None, lang: str) -> str:
    """Return the card of a change: both sides as bars, and what follows from them.

    Example:
        >>> import zjreform as zj
        >>> "-87.5%" in change_card(zj.Change(zj.parse("8天"), zj.parse("1天")), None, "en")
        True
    """
    sides = [Bar(side, name=name) for side, name in _sides(change, lang)]
    absolute, relative = change.absolute, change.relative
    fields = [
        (say("absolute", "变化量", lang), "" if absolute is None else text(f"{absolute:{lang}}")),
        (say("relative", "变化率", lang), "" if relative is None else text(share(relative, lang))),
    ]
    if change.stated is not None:
        fields.insert(0, (say("stated", "原文变化", lang), text(f"{change.stated:{lang}}")))
    title = " → ".join(f"{side:{lang}}" for side, _ in _sides(change, lang))
    return card(title, say("change", "变化", lang), fields, lang, tail=bars(sides, lang) if sides else "")


def _sides(change: Change, lang: str) -> list[tuple[Quantity, str]]:
    sides = ((change.before, "before", "改革前"), (change.after, "after", "改革后"))
    return [(side, say(en, zh, lang)) for side, en, zh in sides if side is not None]


def figure_card(figure: Figure, _: Dataset | None, lang: str) -> str:
    """Return the card of a figure in a text.

    Example:
        >>> import zjreform as zj
        >>> "三成以上" in figure_card(zj.figures("减少三成以上")[0], None, "en")
        True
    """
    fields = [(name, text(value)) for name, value in figure_lines(figure, lang)]
    fields.append((say("offsets", "位置", lang), text(f"{figure.start}–{figure.end}")))
    drawn = "" if figure.quantity is None else bars([Bar(figure.quantity)], lang)
    return card(figure.surface, say("figure", "数字", lang), fields, lang, tail=drawn)


def stated_card(stated: StatedChange, _: Dataset | None, lang: str) -> str:
    """Return the card of a change that a text states.

    Example:
        >>> import zjreform as zj
        >>> "压缩" in stated_card(zj.changes("由8天压缩至1天")[0], None, "en")
        True
    """
    fields = [(say("verb", "动词", lang), text(stated.verb))]
    fields += [(name, text(value)) for name, value in change_lines(1, stated, lang)]
    fields.append((say("offsets", "位置", lang), text(f"{stated.start}–{stated.end}")))
    sides = [Bar(side, name=name) for side, name in _sides(stated.change, lang)]
    return card("", say("stated change", "原文变化", lang), fields, lang, tail=bars(sides, lang) if sides else "")


def comparison_card(row: Comparison, ds: Dataset | None, lang: str) -> str:
    """Return the card of a comparison: before and after as bars with their bounds, the change, and what it is set against.

    Example:
        >>> import zjreform as zj
        >>> "before" in comparison_card(zj.load().comparisons()[0], None, "en")
        True
    """
    home = ds if ds is not None else _home(row)
    sides = (("before", "改革前", row.before), ("after", "改革后", row.after), ("reported", "报告变化", row.reported))
    fields: list[Field] = []
    for en, zh, side in sides:
        said = say("not given", "未给出", lang) if side is None else f"{side.quantity:{lang}}"
        stands = "" if side is None or home is None else f" — {where(home, f'metrics:{side.id}', lang)}"
        fields.append((say(en, zh, lang), text(said + stands)))
    fields += [
        (say("set against", "比较对象", lang), text(label(row.comparator, lang))),
        (say("verdict", "核对", lang), text(label(row.verdict, lang))),
        (say("comes to", "结果", lang), text(change_words(row, home, lang))),
    ]
    title = row.id if home is None else measured(home, row, lang)
    kind = f"{say('comparison', '对比', lang)} · {row.id}"
    return card(title, kind, fields, lang, tail=comparison_bars(row, lang))


def _home(row: Comparison) -> Dataset | None:
    side = row.before or row.after or row.reported
    return None if side is None else holder(side, "metrics")


def pairing_card(pairing: Pairing, ds: Dataset | None, lang: str) -> str:
    """Return the card of a pairing, as that of its comparison where the dataset is known.

    Example:
        >>> import zjreform as zj
        >>> "workday" in pairing_card(zj.load().pairings["nanhu-setup-time"], zj.load(), "en")
        True
    """
    from zjreform.dataset.comparisons import comparison_of  # noqa: PLC0415 (kept beside its only use)
    from zjreform.views.cards.records import record_card  # noqa: PLC0415 (as above)

    home = ds if ds is not None else holder(pairing, "pairings")
    return (
        record_card(pairing, None, lang) if home is None else comparison_card(comparison_of(home, pairing), home, lang)
    )


def audit_card(report: AuditReport, _: Dataset | None, lang: str) -> str:
    """Return the card of an audit: each copy, and the spans that are not held.

    Example:
        >>> import tempfile, zjreform as zj
        >>> "missing" in audit_card(zj.audit(tempfile.mkdtemp()), None, "en")
        True
    """
    states = Counter(span.state for span in report.spans)
    fields = [(text(copy.file), text(f"{label(copy.state, lang)} ({copy.source})")) for copy in report.copies]
    fields += [(label(state, lang), number(f"{count:,}")) for state, count in states.items()]
    moved = [span for span in report.mismatches if span.found][:SHOWN]
    rows = [[text(span.mention), number(str(span.start)), text(", ".join(map(str, span.found)))] for span in moved]
    names = (("mention", "出处"), ("was at", "原位置"), ("may be at", "可能位置"))
    tail = table([text(say(en, zh, lang)) for en, zh in names], rows) if rows else ""
    title = (
        say("every span stands where the dataset says", "所有出处与数据一致", lang)
        if report.ok
        else say(
            f"{len(report.mismatches):,} of {len(report.spans):,} spans are not held",
            f"{len(report.spans):,}处中{len(report.mismatches):,}处不在原位",
            lang,
        )
    )
    return card(title, say("audit", "核查", lang), fields, lang, tail=tail)


def report_card(report: Report, _: Dataset | None, lang: str) -> str:
    """Return the card of a check: every problem with its place, up to a number.

    Example:
        >>> from zjreform.dataset.reports import Report
        >>> "no problems" in report_card(Report("mine", 3, ()), None, "en")
        True
    """
    count = len(report.problems)
    title = say(f"{count} problems" if count else "no problems", f"{count}个问题" if count else "没有问题", lang)
    names: Sequence[tuple[str, str]] = (
        ("file", "文件"),
        ("row", "行"),
        ("field", "字段"),
        ("value", "值"),
        ("expected", "应为"),
    )
    rows = [
        [text(p.file), number(str(p.row)), text(p.field), clipped(p.value), clipped(p.expected)]
        for p in report.problems[:SHOWN]
    ]
    tail = table([text(say(en, zh, lang)) for en, zh in names], rows) if rows else ""
    return card(title, report.checked, [], lang, tail=tail)
