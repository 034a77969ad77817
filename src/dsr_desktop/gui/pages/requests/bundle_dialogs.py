"""The portability bundle: which formats, and the passphrase that is shown once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from dsr_desktop.gui.pages.requests.made import BundleMade
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.tick_box import RadioButton, TickBox
from dsr_desktop.wording.checklist import outdated_search
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.other_names import WhereRow, rows_name_another, rows_to_check

_FORMATS = (("json", "csv"), ("json",), ("csv",))


class FormatDialog(FormDialog):
    """Asks for the formats; both are preset. Says what speaks against building the bundle now.

    Files came or went since the search, or rows that go in (`naming_others`) name somebody else.
    """

    def __init__(
        self, theme: Theme, tr: Tr, *, search_is_current: bool,
        naming_others: Sequence[WhereRow] = (), parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr("Portability bundle"), verb=tr("Choose the folder…"), cancel=tr("Cancel"),
            sentence=tr("An archive with a passphrase. It holds what the person gave and the "
                        "list of what is left out, with the reasons, art. 20."),
            parent=parent,
        )  # fmt: skip
        if not search_is_current:
            self.add(Banner(theme, Tone.SOON, outdated_search(tr)))
        _warn_of_other_names(self, theme, tr, naming_others)
        labels = (
            tr("JSON and CSV, for programs and for spreadsheets"),
            tr("JSON, for programs"),
            tr("CSV, for spreadsheets"),
        )
        self.choices = [RadioButton(theme, label) for label in labels]
        for choice in self.choices:
            self.add(choice)
        self.choices[0].setChecked(True)
        self.byte_order_mark = TickBox(theme, tr("CSV for Excel: begin with a byte-order mark"))
        self.add(self.byte_order_mark)
        for choice in self.choices:
            choice.toggled.connect(self._offer_byte_order_mark)
        self.verb_button.clicked.connect(self.accept)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats chosen."""
        chosen = next(n for n, choice in enumerate(self.choices) if choice.isChecked())
        return _FORMATS[chosen]

    @property
    def has_byte_order_mark(self) -> bool:
        """Tell whether the CSV files begin with a byte-order mark."""
        return "csv" in self.formats and self.byte_order_mark.isChecked()

    def _offer_byte_order_mark(self) -> None:
        self.byte_order_mark.setVisible(self.choices[1].isChecked() is False)


class PassphraseDialog(FormDialog):
    """Shows the passphrase of a bundle; it is stored nowhere."""

    def __init__(
        self, theme: Theme, tr: Tr, bundle: BundleMade, parent: QWidget | None = None
    ) -> None:
        rows = tr.count("{n} row", "{n} rows", bundle.records)
        super().__init__(
            theme, tr("The bundle is built: {rows}", rows=rows), verb=tr("Copy the passphrase"),
            cancel=tr("Close"),
            sentence=tr("The passphrase is shown once and stored nowhere. Pass it on by another "
                        "way than the file: by phone, not in the same e-mail."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        if not bundle.search_is_current:
            self.add(Banner(theme, Tone.SOON, outdated_search(tr)))
        _warn_of_other_names(self, theme, tr, bundle.naming_others)
        self.passphrase = TextEditor(bundle.passphrase)
        self.passphrase.setReadOnly(True)
        self.passphrase.selectAll()
        self.add(Field(theme, tr("Passphrase"), self.passphrase))
        path = TextEditor(bundle.path)
        path.setReadOnly(True)
        self.add(Field(theme, tr("File"), path, help_text=_left_out(tr, bundle)))
        for reason, count in bundle.left_out:
            line = tr("{n} × {reason}", n=tr.number(count), reason=reason_label(tr, reason))
            self.add(Label(theme, line, TextStyle.CAPTION, Ink.MUTED, wraps=True))
        self.verb_button.clicked.connect(self._copy)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.passphrase.text())
        self.verb_button.setText(self._tr("Copied"))


def _warn_of_other_names(
    dialog: FormDialog, theme: Theme, tr: Tr, rows: Sequence[WhereRow]
) -> None:
    if rows:
        what = rows_name_another(tr, len(rows))
        dialog.add(Banner(theme, Tone.LATE, what, rows_to_check(tr, rows)))


def _left_out(tr: Tr, bundle: BundleMade) -> str:
    count = sum(values for _reason, values in bundle.left_out)
    if not count:
        return tr("Nothing is left out")
    return tr.count("{n} value is left out", "{n} values are left out", count)
