"""The explorer in a real browser: it finds what queries find, answers ten questions in two clicks, loads nothing, and runs no data."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from attrs import evolve
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.browser.chromium import Running, Watched, browser
from tests.sources import FOLDER, needs_sources

import zjreform as zj
from zjreform.dataset.table import Table

DS = zj.load()
VIEWS = ("cases", "awards", "metrics", "comparisons", "terms", "events", "places")
HOSTILE = "<script>window.ran=1</script><img src=x onerror='window.ran=1'>\"'&amp;\u202e}}{{data}}</title>"


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with browser() as made:
        yield made


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return zj.explorer().write(tmp_path_factory.mktemp("explorer") / "page.html")


@pytest.fixture(scope="module")
def watched(running: Running, path: Path) -> Watched:
    return Watched(running, path)


def _one_of(*values: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True)


def _codes(kind: type[Any]) -> st.SearchStrategy[list[str]]:
    return _one_of(*(code.value for code in kind))


PLACES = st.lists(st.sampled_from(DS.places.ids), max_size=1)
ROUNDS = _one_of(*DS.rounds.ids)
SOURCES = _one_of(*DS.sources.ids)
TEXT = st.sampled_from(["", "", "改革", "一件事", "數據", "１２０", "land", "Lishui", "“", "no such words"])
ASKED: dict[str, dict[str, st.SearchStrategy[list[str]]]] = {
    "cases": {
        "place": PLACES,
        "round": ROUNDS,
        "level": _codes(zj.Level),
        "domain": _codes(zj.Domain),
        "coverage": _codes(zj.Coverage),
        "cofog": _codes(zj.Cofog),
    },
    "awards": {
        "place": PLACES,
        "round": ROUNDS,
        "tier": _one_of(*DS.tiers.ids),
        "level": _codes(zj.Level),
        "domain": _codes(zj.Domain),
        "coverage": _codes(zj.Coverage),
    },
    "metrics": {
        "place": PLACES,
        "round": ROUNDS,
        "status": _codes(zj.Status),
        "voice": _codes(zj.Voice),
        "quality": _codes(zj.Quality),
        "position": _codes(zj.Position),
        "family": _codes(zj.Family),
        "category": _codes(zj.Category),
        "source": SOURCES,
    },
    "terms": {"place": PLACES, "kind": _codes(zj.TermKind), "source": SOURCES},
    "events": {
        "place": PLACES,
        "kind": _codes(zj.EventKind),
        "endorsement": _codes(zj.EndorsementKind),
        "claim_scope": _codes(zj.ClaimScope),
    },
}


@st.composite
def _filters(draw: st.DrawFn) -> tuple[str, dict[str, list[str]], str]:
    view = draw(st.sampled_from(list(ASKED)))
    chosen = draw(st.lists(st.sampled_from(list(ASKED[view])), max_size=3, unique=True))
    return view, {key: values for key in chosen if (values := draw(ASKED[view][key]))}, draw(TEXT)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(asked=_filters())
@example(asked=("metrics", {"place": ["lishui"], "status": ["target", "limit"]}, ""))
@example(asked=("awards", {"place": ["hangzhou"], "round": ["rib-2019"]}, ""))
@example(asked=("terms", {}, "標準地"))
@example(asked=("cases", {"level": ["village"]}, ""))
def test_filters_find_what_queries_find(watched: Watched, asked: tuple[str, dict[str, list[str]], str]) -> None:
    """Any set of conditions gives the same number of records in the page and in the library."""
    view, conditions, text = asked
    query = (
        [(key, value) for key, values in conditions.items() for value in values]
        + [("q", text)] * bool(text)
        + [("set", "both")]
    )
    watched.go(f"#/{view}?{urlencode(query)}")
    found = getattr(DS, f"find_{view}")(**conditions, **({"text": text} if text else {}))
    assert watched.count == len(found)


def _cells(watched: Watched, field: int) -> list[str]:
    """What stands in a column of the table, as far as it is drawn."""
    return [
        cell.strip() for cell in watched.page.locator(f".tabulator-row [tabulator-field=c{field}]").all_inner_texts()
    ]


def _click(watched: Watched, name: str) -> None:
    watched.page.locator("main").get_by_role("link", name=name, exact=True).first.click()


def _won(watched: Watched) -> bool:
    return watched.count == len(DS.find_awards(place="lishui")) > 0


def _pool(watched: Watched) -> bool:
    rows = watched.page.locator("main tbody tr").all_inner_texts()
    return (
        any(row.split("\t")[1:] == ["provincial", "12", "48", "25.0%"] for row in rows)
        and sum("not stated" in row for row in rows) == 5
    )


def _days(watched: Watched) -> bool:
    return "company set-up time (four steps)" in _cells(watched, 0) and "-87.5%" in _cells(watched, 3)


def _voice(watched: Watched) -> bool:
    return watched.count == len(DS.find_metrics(voice="expert"))


def _contradicted(watched: Watched) -> bool:
    return watched.count == len(DS.find_metrics(quality="inconsistent")) > 0


def _field(watched: Watched) -> bool:
    return watched.count == len(DS.find_cases(domain="environment"))


def _promised(watched: Watched) -> bool:
    return watched.count == sum(row.status != "achieved" for row in DS.metrics) and "achieved" not in _cells(watched, 3)


def _adopted(watched: Watched) -> bool:
    return watched.count == len(DS.find_events(kind="adoption"))


def _first(watched: Watched) -> bool:
    return watched.count == len(DS.find_events(kind="first_claim", claim_scope="nation")) > 0


def _term(watched: Watched) -> bool:
    return watched.count == len(DS.find_terms(kind="slogan")) and any(_cells(watched, 3))


QUESTIONS: list[tuple[str, str | None, Callable[[Watched], bool]]] = [
    ("What did my city win?", "Lishui", _won),
    ("How many entered, and how many won?", None, _pool),
    ("Which reforms cut working days?", None, _days),
    ("Who says so?", "expert", _voice),
    ("What is contradicted?", None, _contradicted),
    ("Which cases are in my field?", "environment", _field),
    ("What is only a target, a limit or a promise?", None, _promised),
    ("Who took up what?", None, _adopted),
    ("Who claims to have been first?", "nation", _first),
    ("What does a term mean?", "slogan", _term),
]


@pytest.mark.parametrize(("question", "choice", "answered"), QUESTIONS, ids=[question for question, _, _ in QUESTIONS])
def test_ten_questions_are_answered_in_two_clicks(
    watched: Watched, question: str, choice: str | None, answered: Callable[[Watched], bool]
) -> None:
    """The question, and at most one choice."""
    watched.go("#/?lang=en")
    _click(watched, question)
    if choice:
        _click(watched, choice)
    watched.page.wait_for_timeout(200)
    assert answered(watched)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_errs_asks_or_shuts_anyone_out(running: Running, path: Path, width: int, scheme: str) -> None:
    """On every view: nothing on the console, no request, no violation that axe-core finds, nothing wider than the window."""
    seen = Watched(running, path, width=width, scheme=scheme)
    lang = "zh" if width == 390 else "en"
    pages = [
        "",
        *VIEWS,
        "case/nanhu-company-setup",
        "place/jiaxing",
        "term/one-thing",
        "ask/1",
        "pool",
        "no-such-page",
        "case/none",
    ]
    for view in pages:
        seen.go(f"#/{view}?{urlencode({'lang': lang, 'set': 'both'})}")
        seen.page.wait_for_timeout(250)
        assert seen.violations() == [], view
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, view
    assert seen.said == []
    assert seen.beyond == []


def test_the_back_button_goes_back_and_an_address_can_be_sent(running: Running, path: Path, watched: Watched) -> None:
    """Filters stand in the address; each change is a step back."""
    watched.go("#/cases?lang=en")
    watched.page.locator("#f-coverage-title_only").check()
    titled = watched.count
    watched.page.locator("#f-place").select_option("hangzhou")
    both, address = watched.count, watched.page.url
    assert both == len(DS.find_cases(coverage="title_only", place="hangzhou")) < titled
    watched.page.go_back()
    assert watched.count == titled
    assert "v=" + DS.version in address
    other = Watched(running, path)
    other.go("#" + address.partition("#")[2])
    assert other.count == both
    assert other.page.locator("#f-place").input_value() == "hangzhou"


def test_an_address_of_other_data_says_so(watched: Watched) -> None:
    """Counts may differ between versions."""
    watched.go("#/cases?v=2020.01.0")
    assert "2020.01.0" in watched.page.locator("#notice").inner_text()
    watched.go("#/cases?lang=en")
    assert watched.page.locator("#notice").inner_text() == ""


@pytest.mark.parametrize(
    "address",
    ["#/cases?q=98.5%", "#/%E0%A4%A", "#/case/%", "#/metrics?place=nowhere&set=x&lang=fr", "#/terms?kind=%3Cb%3E"],
)
def test_damaged_addresses_do_not_break_the_page(watched: Watched, address: str) -> None:
    """A bare per cent sign, an unknown value, half an escape."""
    watched.go("#/?lang=en")
    watched.go(address)
    assert watched.page.locator("main").inner_text()
    assert watched.said == []


@pytest.mark.parametrize(("typed", "text"), [("１２０", "120"), ("標準地", "标准地"), ("ＬＩＳＨＵＩ", "lishui")])
def test_search_folds_width_script_and_case(watched: Watched, typed: str, text: str) -> None:
    """What is typed is folded as queries fold it."""
    watched.go(
        "#/metrics?set=both&lang=en"
        if typed == "１２０"
        else "#/terms?lang=en"
        if typed == "標準地"
        else "#/cases?lang=en"
    )
    view = {"１２０": "metrics", "標準地": "terms"}.get(typed, "cases")
    watched.page.locator("#search").fill(typed)
    assert watched.count == len(getattr(DS, f"find_{view}")(text=text))


def _taken(watched: Watched, button: str) -> bytes:
    with watched.page.expect_download() as waiting:
        watched.page.locator(f"#take-{button}").click()
    return Path(waiting.value.path()).read_bytes()


def test_what_is_filtered_is_taken_away(watched: Watched) -> None:
    """As shown and with all columns, with BOM, and the codebook; no row more or less than the view has."""
    watched.go("#/metrics?place=lishui&set=both&lang=en")
    found = DS.find_metrics(place="lishui")
    for button in ("csvShown", "csvAll"):
        data = _taken(watched, button)
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert len(rows) - 1 == watched.count == len(found)
        if button == "csvAll":
            assert rows[0] == list(found.to_dicts()[0])
            assert [row[0] for row in rows[1:]] == list(found.ids)
    book = list(csv.DictReader(io.StringIO(_taken(watched, "codebook").decode("utf-8-sig"), newline="")))
    assert {row["table"] for row in book} == {"metrics"}
    assert {"status", "quality"} <= {row["column"] for row in book}


def test_pictures_say_what_is_filtered_and_how_to_cite(watched: Watched) -> None:
    """Filter, n, version and key of the citation stand in the picture itself."""
    watched.go("#/metrics?place=lishui&set=both&lang=en")
    watched.page.wait_for_timeout(300)
    svg = _taken(watched, "svg").decode("utf-8")
    for part in (
        "place: Lishui",
        f"{watched.count} of {len(DS.metrics)} Figures",
        DS.version,
        f"zjreform-data-{DS.version}",
        "Honoured cases only",
    ):
        assert part in svg
    assert _taken(watched, "png").startswith(b"\x89PNG")


def test_results_stand_apart_from_targets_unless_joined(watched: Watched) -> None:
    """The view opens with what is reported as achieved."""
    watched.go("#/metrics?lang=en")
    achieved = len(DS.find_metrics(status="achieved"))
    assert watched.count == achieved
    watched.page.locator("#set-both").check()
    assert watched.count == len(DS.metrics) > achieved


def test_hostile_titles_stay_text(running: Running, tmp_path: Path) -> None:
    """Tags, quotes, right-to-left marks and the page's own marks are shown and never run."""
    cases = [
        evolve(row, title_en=HOSTILE, title_zh=HOSTILE) if row.id == "nanhu-company-setup" else row for row in DS.cases
    ]
    terms = [evolve(row, name_en=HOSTILE, definition_en=HOSTILE) if row.id == "one-thing" else row for row in DS.terms]
    made = evolve(DS, cases=Table(DS.cases.schema, cases), terms=Table(DS.terms.schema, terms))
    seen = Watched(running, zj.explorer(made).write(tmp_path / "hostile.html"))
    for view in (
        "cases?q=window.ran",
        "case/nanhu-company-setup?",
        "term/one-thing?",
        "terms?q=window.ran",
        "metrics?q=",
        "events?q=",
    ):
        seen.go(f"#/{view}&lang=en")
        seen.page.wait_for_timeout(150)
        assert seen.page.evaluate("window.ran") is None
    seen.go("#/case/nanhu-company-setup?lang=en")
    assert HOSTILE in seen.page.locator("main").inner_text()
    assert (seen.said, seen.beyond) == ([], [])


def test_the_keyboard_reaches_the_content_and_the_filters(running: Running, path: Path) -> None:
    """The first stop skips to the content; a filter is set without a mouse."""
    seen = Watched(running, path)
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.id") == "skip"
    seen.go("#/cases?lang=en")
    seen.page.locator("#f-coverage-comment_only").focus()
    seen.page.keyboard.press("Space")
    seen.page.wait_for_selector(f"#count[data-n='{len(DS.find_cases(coverage='comment_only'))}']")


@needs_sources
def test_sentences_are_shown_only_where_the_documents_are_given(running: Running, tmp_path: Path) -> None:
    """The page says which of the two it is."""
    seen = Watched(running, zj.explorer(texts=FOLDER).write(tmp_path / "texts.html"))
    seen.go("#/?lang=en")
    assert "holds the sentences" in seen.page.locator("main").inner_text()
    seen.go("#/case/nanhu-company-setup?lang=en")
    assert "【8个工作日】" in seen.page.locator("main").inner_text()
