"""Words of erasures, their ledger, and backups: events, counts, what is asked before the act."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from dsr_desktop.domain.backup import Backup, BackupPlan
from dsr_desktop.domain.erasure import ErasurePlan
from dsr_desktop.domain.erasure_decisions import (
    Choice,
    DatasetCounts,
    DatasetDecision,
    Outcome,
)
from dsr_desktop.domain.erasure_ledger import LedgerEntry
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr

Payload = Mapping[str, object]


def plan_lines(tr: Tr, plan: ErasurePlan) -> list[str]:
    """Say what an erasure will do, a line a count: to erase, to keep archived, not theirs."""
    files = tr.count("{n} file", "{n} files", len(plan.files))
    rows = tr.count("{n} row", "{n} rows", plan.whole)
    lines = [tr("To erase: {rows} in {files}", rows=rows, files=files)]
    if plan.in_part:
        lines.append(
            tr.count(
                "{n} row is also somebody else's: it loses the cells that name the person",
                "{n} rows are also somebody else's: they lose the cells that name the person",
                plan.in_part,
            )
        )
    kept = tr.count("{n} row", "{n} rows", plan.kept_rows)
    lines.append(tr("To keep, archived: {rows}", rows=kept))
    others = tr.count("{n} row", "{n} rows", plan.others)
    lines.append(tr("Not this person's: {rows}", rows=others))
    lines.append(_keys_line(tr, plan))
    return lines


def _keys_line(tr: Tr, plan: ErasurePlan) -> str:
    if not plan.lists_keys:
        return tr("Nothing goes on the suppression list: that was chosen in the settings")
    if not plan.keys:
        return tr("No e-mail, phone or postcode is known: nothing goes on the suppression list")
    return tr.count(
        "{n} key goes on the suppression list first, as a hash",
        "{n} keys go on the suppression list first, as hashes",
        plan.keys,
    )


def erased_lines(tr: Tr, rows: int, *, wiped: bool) -> list[str]:
    """Say that rows were erased, and whether the file of the register still holds traces."""
    lines = [tr.count("{n} row erased", "{n} rows erased", rows)]
    if not wiped:
        lines.append(
            tr(
                "The file still holds traces: another program has it open, or the disk is full. "
                "They go when it is opened next."
            )
        )
    return lines


def unreached_line(tr: Tr, folder: str) -> str:
    """Say that the ledger could not be written beside the backups of a folder."""
    return tr("{folder} is out of reach: its ledger of erasures is written later", folder=folder)


def entry_line(tr: Tr, entry: LedgerEntry) -> str:
    """Say in one line what an erasure of the ledger was."""
    day = tr.date(date.fromisoformat((entry.done_at or entry.planned_at)[:10]))
    rows = tr.count("{n} row", "{n} rows", len(entry.rows))
    keys = tr.count("{n} key", "{n} keys", len(entry.keys))
    return tr.pair(entry.ref, tr("{day}: {rows}, {keys}", day=day, rows=rows, keys=keys))


def backup_line(tr: Tr, backup: Backup) -> str:
    """Say in one line when and where a backup was made, and the head of its event log."""
    moment = datetime.fromisoformat(backup.made_at)
    day, rows = tr.date(moment.date()), tr.count("{n} row", "{n} rows", backup.rows)
    said = tr(
        "{day} {time}: {rows}, event log {fingerprint}",
        day=day, time=f"{moment:%H:%M}", rows=rows, fingerprint=backup.fingerprint[:16],
    )  # fmt: skip
    return tr.pair(str(backup.path), said)


def days_line(tr: Tr, days: int) -> str:
    """Say for how long nothing was backed up outside this machine."""
    return tr.count(
        "No backup outside this computer for {n} day",
        "No backup outside this computer for {n} days",
        days,
    )


def plan_of_backups(tr: Tr, plan: BackupPlan) -> list[str]:
    """Say where daily backups go, and how many stay."""
    if not plan.places:
        return [tr("No place for daily backups is chosen")]
    kept = tr.count("{n} daily backup stays", "{n} daily backups stay", plan.keep)
    return [tr.pair(str(one), kept) for one in plan.places]


def _planned(tr: Tr, payload: Payload) -> str:
    return tr.count(
        "Erasure written in the ledger: {n} row",
        "Erasure written in the ledger: {n} rows",
        _number(payload, "rows") + _number(payload, "in_part"),
    )


def _erased(tr: Tr, payload: Payload) -> str:
    number = _number(payload, "rows") + _number(payload, "in_part")
    rows = tr.count("{n} row", "{n} rows", number)
    kept = payload.get("kept")
    if not kept or not isinstance(kept, list):
        return tr("Erased from the register: {rows}", rows=rows)
    files = tr.count("{n} file", "{n} files", len(kept))
    return tr("Erased from the register: {rows}; kept, archived: {files}", rows=rows, files=files)


def _repeated(tr: Tr, payload: Payload) -> str:
    rows = tr.count("{n} row", "{n} rows", _number(payload, "rows"))
    return tr("Erased again after a backup was restored: {rows}", rows=rows)


def choice_label(tr: Tr, choice: Choice) -> str:
    """Name of what becomes of a dataset."""
    return tr(_CHOICES[choice])


def outcome_label(tr: Tr, outcome: Outcome) -> str:
    """Name of what became of a line."""
    return tr(_OUTCOMES[outcome])


def decision_line(tr: Tr, decision: DatasetDecision | None) -> str:
    """Say what is decided on a file; until then everything of the person there is erased."""
    if decision is None:
        return tr("Not decided: to erase")
    kept = decision.kept
    if kept is None:
        return choice_label(tr, decision.choice)
    reason = reason_label(tr, kept.reason_code)
    return tr("Keep until {day}. {reason}", day=tr.date(kept.until), reason=reason)


def counts_line(tr: Tr, counts: DatasetCounts) -> str:
    """Say the three counts in front."""
    return " · ".join(
        (
            tr.count("{n} row to erase", "{n} rows to erase", counts.to_erase),
            tr.count("{n} row to keep archived", "{n} rows to keep archived", counts.to_keep),
            tr.count("{n} row not theirs", "{n} rows not theirs", counts.not_ours),
        )
    )


def _decided(tr: Tr, payload: Payload) -> str:
    said = str(payload.get("choice", ""))
    choice = choice_label(tr, Choice(said)) if said in set(Choice) else said
    return tr("Decided on file {id}: {choice}", id=str(payload.get("source", "")), choice=choice)


def _count(payload: Payload, key: str) -> int:
    value = payload.get(key)
    return len(value) if isinstance(value, list) else 0


_CHOICES = {
    Choice.ERASE: mark("Erase"),
    Choice.ANONYMISE: mark("Make anonymous for good"),
    Choice.KEEP: mark("Keep"),
}
_OUTCOMES = {
    Outcome.ERASED: mark("Erased"),
    Outcome.ANONYMISED: mark("Made anonymous"),
    Outcome.KEPT: mark("Kept"),
    Outcome.TOLD: mark("Told"),
    Outcome.IMPOSSIBLE: mark("Could not be told"),
}


def _number(payload: Payload, key: str) -> int:
    value = payload.get(key)
    return value if isinstance(value, int) else 0


ERASURE_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    EventKind.ERASURE_PLANNED: _planned,
    EventKind.ERASURE_GIVEN_UP: lambda tr, _payload: tr("Erasure given up: nothing was erased"),
    EventKind.ERASED: _erased,
    EventKind.ERASURE_REPEATED: _repeated,
    EventKind.DATASET_DECIDED: _decided,
    EventKind.CHECKLIST_LINES_SET: lambda tr, payload: tr.count(
        "Checklist: {n} line done", "Checklist: {n} lines done", _count(payload, "lines")
    ),
    EventKind.CHECKLIST_READ_BACK: lambda tr, payload: tr.count(
        "Ticked checklist read back: {n} line",
        "Ticked checklist read back: {n} lines",
        _number(payload, "lines"),
    ),
    EventKind.ERASURE_CERTIFIED: lambda tr, _payload: tr("Certificate of erasure made"),
    EventKind.BACKED_UP: lambda tr, _payload: tr("Backup made and checked"),
    EventKind.BACKUP_PLACES_CHANGED: lambda tr, _payload: tr("Plan of the backups changed"),
    EventKind.RESTORED: lambda tr, _payload: tr("Register restored from a backup"),
}
