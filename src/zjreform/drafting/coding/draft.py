"""The draft of a document: decisions, and the files they are kept in."""

from os import PathLike
from pathlib import Path
from typing import Any, Self

from attrs import define

from zjreform.alike import close_to
from zjreform.arguments import all_told
from zjreform.columns.rows import Rows
from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.further import add_figure
from zjreform.drafting.coding.holding import rows_of
from zjreform.drafting.coding.package import write_draft
from zjreform.drafting.coding.page import write_page
from zjreform.drafting.coding.sheets import read_sheet, write_sheet_file
from zjreform.drafting.coding.stored import read_stored
from zjreform.errors import UnknownValueError
from zjreform.records.index import TABLES


@all_told
@define(eq=False, repr=False)
class Draft(Decisions):
    """The draft of one document; what it proposes is no data until a person has confirmed it.

    Example:
        >>> import zjreform as zj
        >>> zj.draft("用时5天。", source={"id": "a"})
        <Draft a: 1 figures, 1 of 8 needed fields decided>
    """

    def rows(self, table: str) -> Rows[dict[str, Any]]:
        """Return what a draft holds for a table, decided or not, with the state of each row.

        A draft has its tables as attributes as well: ``draft.mentions``, ``draft.awards``.

        Args:
            table: Name of the table.

        Raises:
            UnknownValueError: There is no such table.

        Example:
            >>> import zjreform as zj
            >>> draft = zj.draft("2018年丽水用时5天。", source={"id": "a"})
            >>> [(row["of"], row["state"], row["start"]) for row in draft.mentions]
            [('non_figures:a-0', 'rule', 0), ('places:lishui', 'proposed', 5), ('metrics:a-9', 'proposed', 9)]
        """
        if table not in TABLES:
            raise UnknownValueError("table", table, close_to(table, TABLES))
        return Rows(rows_of(self, table))

    def __getattr__(self, name: str) -> Rows[dict[str, Any]]:
        if name in TABLES:
            return self.rows(name)
        raise AttributeError(name)

    def figure(
        self, start: int, end: int, *, coder: str, quantity: str | None = None, reason: str | None = None
    ) -> str:
        """Say that there is a figure at a span where rules found none, or another; return its key.

        What it leaves of the numerals that stood there waits for its kind, so that every numeral stays accounted for.

        Args:
            start: Offset of its first character.
            end: Offset behind its last.
            coder: Who says so.
            quantity: What it says, as a figure string, where its characters alone cannot be read.
            reason: Why; needed where the numeral is no figure by rule.

        Raises:
            ValueError: The span holds no characters, cuts a numeral, or cuts into a figure of which something has been decided; or a
                numeral that is no figure by rule gives way, and no reason is given.
            ParseError: Neither its characters nor *quantity* is a figure.

        Example:
            >>> import zjreform as zj
            >>> draft = zj.draft("提速比3/4/5个。", source={"id": "a"})
            >>> key = draft.figure(7, 9, coder="me")
            >>> key, draft.figures[key].quantity, [one.surface for one in draft.numerals.values()]
            ('a-7', Quantity(5, '个', exact), ['3/4'])
        """
        self.coded_by(coder)
        return add_figure(self, start, end, quantity, coder=coder, reason=reason)

    def write(self, folder: str | PathLike[str], *, version: str = "0.1.0", overwrite: bool = False) -> Path:
        """Write the text, the draft and the data package of what has been decided; return the folder.

        ``zj.read`` refuses the package while proposals are open, unless ``drafts="allow"`` is passed: then it gives the decided rows alone.

        Args:
            folder: Where to write it.
            version: Version of the new data.
            overwrite: Replace a draft that stands there.

        Raises:
            FileExistsError: The folder exists and *overwrite* is false, or it holds other files.
            DatasetError: What was decided does not make a package.

        Example:
            >>> import tempfile, zjreform as zj
            >>> folder = zj.draft("用时5天。", source={"id": "a"}).write(tempfile.mkdtemp() + "/a")
            >>> sorted(path.name for path in folder.iterdir())
            ['datapackage.json', 'document.txt', 'draft.json']
        """
        return write_draft(self, folder, version=version, overwrite=overwrite)

    @classmethod
    def read(cls, folder: str | PathLike[str], *, known: Tables | None = None) -> Self:
        """Return the draft that a folder holds.

        Args:
            folder: Folder that ``write`` made.
            known: Tables whose records the fields may name; the bundled ones by default.

        Raises:
            FileNotFoundError: The folder holds no draft.
            DatasetError: The draft is damaged, or the text is no longer the one that was drafted.

        Example:
            >>> import tempfile, zjreform as zj
            >>> folder = zj.draft("用时5天。", source={"id": "a"}, blind=True).write(tempfile.mkdtemp() + "/a")
            >>> zj.Draft.read(folder)
            <Draft a: 1 figures, 1 of 8 needed fields decided>
        """
        return read_stored(cls, folder, known)

    def sheet(self, path: str | PathLike[str], *, overwrite: bool = False) -> Path:
        """Write a sheet to code in, ``.xlsx`` with lists to choose from or ``.csv``; return its path.

        Fields stand empty and the reason stands before the proposal. In a field ``=`` takes what is proposed, ``^`` what the figure
        above has, ``-`` says that it stays empty, ``?`` that the coder is unsure; an empty cell says nothing.

        Args:
            path: File to write.
            overwrite: Replace a file that stands there.

        Raises:
            FileExistsError: The file exists and *overwrite* is false.
            ExtraMissingError: xlsxwriter is not installed (for ``.xlsx``).
            UnknownValueError: The file has another form.

        Example:
            >>> import tempfile, zjreform as zj
            >>> path = zj.draft("用时5天。", source={"id": "a"}).sheet(tempfile.mkdtemp() + "/a.csv")
            >>> path.read_text(encoding="utf-8-sig").splitlines()[1].split(",")[:4]
            ['a-2', '用时【5天】。', '5天', 'time']
        """
        return write_sheet_file(self, path, overwrite=overwrite)

    def page(self, path: str | PathLike[str], *, coder: str, overwrite: bool = False) -> Path:
        """Write a page to code in, for any browser; return its path.

        A digit takes a value, ``=`` what is proposed, ``,`` what the figure before has, ``-`` says empty, ``/`` unsure, letters find a
        record or a word, Backspace takes back; everything is kept in the browser after every field, and Ctrl+S saves a file that
        ``take`` reads. Nothing leaves the page.

        Args:
            path: File to write.
            coder: Who will code.
            overwrite: Replace a file that stands there.

        Raises:
            FileExistsError: The file exists and *overwrite* is false.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.draft("用时5天。", source={"id": "a"}).page(tempfile.mkdtemp() + "/a.html", coder="me").name
            'a.html'
        """
        return write_page(self, path, coder=coder, overwrite=overwrite)

    def take(self, path: str | PathLike[str], *, coder: str) -> int:
        r"""Take what a coder entered in a sheet; return how many fields were decided.

        Args:
            path: A sheet that ``sheet`` wrote, the file that ``page`` saved, or a table with the columns ``figure`` and names of fields.
            coder: Who coded.

        Raises:
            DatasetError: A cell holds what its field cannot; every one is listed, and nothing is taken.
            ExtraMissingError: openpyxl is not installed (for ``.xlsx``).

        Example:
            >>> import tempfile, zjreform as zj
            >>> from pathlib import Path
            >>> draft, path = zj.draft("用时5天。", source={"id": "a"}), Path(tempfile.mkdtemp()) / "a.csv"
            >>> _ = path.write_text("figure,position,per\na-2,=,-\n", encoding="utf-8")
            >>> draft.take(path, coder="me")
            2
        """
        return read_sheet(self, path, coder=coder)
