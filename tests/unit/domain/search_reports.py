"""Reports to be worded and printed: one source with the hits given, of a request or of none."""

from dataclasses import replace
from datetime import UTC, date, datetime

from dsr_desktop.domain.coverage import SourceCoverage
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.search_report import SearchReport, SourceResult
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus

SHA = "70139bd3ec1b0a7b17a1c4ded0a30fda3a9f581593234a3540ee1e8223c31054"
CRM = Source(
    id=1, path="/lists/crm.csv", name="crm.csv", sha256=SHA, size=1, format="csv", encoding=None,
    kind=SourceKind.LIST, activity=None, channel=None, collected_on="2026-11-01",
    policy_version=None, retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(),
    row_count=1_250, imported_at="2026-11-02T10:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip
DAMAGED = Notice(mark("The file is damaged or cut off. Ask for a new copy."))


def result(hits=(), *, is_later=False, held=0, skipped=(), **changes):
    """What was found in a source like CRM."""
    source = replace(CRM, **changes)
    coverage = SourceCoverage(source, tuple(skipped), held)
    return SourceResult(coverage, source.name, tuple(hits), is_later)


def unread_result(name="broken.xlsx"):
    """A source that could not be read."""
    return result(
        id=9, path=f"/lists/{name}", name=name, status=SourceStatus.UNREADABLE, reason=DAMAGED,
        row_count=0,
    )  # fmt: skip


def report(hits=(), **changes):
    """The report of a request with one source."""
    made = SearchReport(
        ref="DSR-2026-0005", company="Ateliers du Rhône", version="1.2.3",
        made_on=date(2026, 11, 16), made_by="Nora Vidal",
        searched_at=datetime(2026, 11, 15, 9, 30, tzinfo=UTC), searched_by="Ines Roy",
        criteria={"name": ("Camille Dupont",), "email": ("c@acme.example", "cd@perso.example")},
        files=12, rows=48_210, sources=(result(hits),), fingerprint="9f3ac07be21d4456",
    )  # fmt: skip
    return replace(made, **changes)
