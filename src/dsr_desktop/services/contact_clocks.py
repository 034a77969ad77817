"""Counts the clocks of contacts: once a list, and again when what they are counted from changed."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from dsr_desktop.domain.clock_cells import clock_columns, day_in_cell, months_said, read_clock
from dsr_desktop.domain.contact_retention import ContactDates, EndedBy, RetentionRule
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.source import Sheet, Source, SourceKind
from dsr_desktop.services.register import Register
from dsr_desktop.store.contact_clocks import (
    add_clocks,
    add_same_clocks,
    cells_of_sheet,
    count_days,
    counted_from,
    end_by_silence,
    forget_other_clocks,
    note_count,
    read_rules,
)
from dsr_desktop.store.sources import read_sheets, read_sources


def contact_lists(register: Register) -> tuple[Source, ...]:
    """Return the sources whose rows are contacts: lists that were read and are not replaced."""
    return tuple(
        one
        for one in read_sources(register.database)
        if one.kind is SourceKind.LIST and one.is_current and one.status.is_stored
    )


def rule_of(register: Register, source: Source) -> RetentionRule:
    """Return the rule under which the contacts of a list are kept.

    That of its activity; months that were said at the import hold where they are fewer: the
    stricter of two promises.
    """
    rule = read_rules(register.database).get(source.activity or "", RetentionRule())
    said = months_said(source.retention)
    return replace(rule, months=min(said, rule.months)) if said else rule


def uncounted_lists(register: Register) -> tuple[Source, ...]:
    """Return the lists whose clocks have to be counted: new ones, and those that changed."""
    known = counted_from(register.database)
    return tuple(
        one for one in contact_lists(register) if known.get(one.id or 0) != _basis(register, one)
    )


def count_clocks(
    register: Register, today: date, *, progress: Progress = no_progress
) -> tuple[Source, ...]:
    """Bring all clocks up to date, in one transaction; returns the lists that were counted anew.

    Silence that ended contacts since (R-RT-1) is logged with their number. Raises
    RegisterFileError if the register cannot be written.
    """
    lists = uncounted_lists(register)
    if not lists and not _listens(register):
        return ()
    with register.database.transaction():
        forget_other_clocks(register.database)
        for at, source in enumerate(lists):
            progress(at, len(lists), source.name)
            _count(register, source)
        _end_silent(register, today)
    progress(len(lists), len(lists), "")
    return lists


def count_days_of(register: Register, source: Source) -> None:
    """Count the days of a list again, in the caller's transaction: a date in it changed."""
    count_days(register.database, source.id or 0, rule_of(register, source))


def _listens(register: Register) -> bool:
    return any(one.silent_months for one in read_rules(register.database).values())


def _count(register: Register, source: Source) -> None:
    misread = sum(
        _count_sheet(register, source, sheet)
        for sheet in read_sheets(register.database, source.id or 0)
    )
    count_days_of(register, source)
    note_count(register.database, source.id or 0, _basis(register, source), misread)


def _count_sheet(register: Register, source: Source, sheet: Sheet) -> int:
    """Count the clocks of one sheet; returns how many cells should hold a day and hold none."""
    columns = clock_columns(sheet.fields)
    rule = rule_of(register, source)
    source_id, sheet_id = source.id or 0, sheet.id or 0
    usual = ContactDates(day_in_cell(source.collected_on or ""), None, rule.ended_on)
    if not columns:
        by = EndedBy.ACTIVITY if rule.ended_on else None
        add_same_clocks(register.database, source_id, sheet_id, usual, by)
        return 0
    misread = 0
    for rows in cells_of_sheet(register.database, sheet_id):
        read = [(row_id, read_clock(cells, columns)) for row_id, cells in rows]
        misread += sum(one.misread for _id, one in read)
        add_clocks(
            register.database,
            source_id,
            ((id_, *_filled_in(one.dates, usual)) for id_, one in read),
        )
    return misread


def _filled_in(dates: ContactDates, usual: ContactDates) -> tuple[ContactDates, EndedBy | None]:
    """Complete the dates of a row by what holds for the whole import and its activity."""
    collected = dates.collected_on or usual.collected_on
    if dates.ended_on:
        return replace(dates, collected_on=collected), EndedBy.COLUMN
    by = EndedBy.ACTIVITY if usual.ended_on else None
    return replace(dates, collected_on=collected, ended_on=usual.ended_on), by


def _end_silent(register: Register, today: date) -> None:
    for source in contact_lists(register):
        rule = rule_of(register, source)
        if not rule.silent_months:
            continue
        ended = end_by_silence(register.database, source.id or 0, rule, today)
        if ended:
            count_days_of(register, source)
            register.log(
                EventKind.SILENCE_COUNTED, source=source.id, contacts=ended,
                months=rule.silent_months,
            )  # fmt: skip


def _basis(register: Register, source: Source) -> str:
    """Return what tells one count from another: rule, what was said, columns."""
    rule = rule_of(register, source)
    sheets = read_sheets(register.database, source.id or 0)
    basis = [
        [rule.mode, rule.months, rule.silent_months, str(rule.ended_on)],
        source.activity, source.collected_on, source.retention,
        [[sheet.id, sheet.fields] for sheet in sheets],
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(basis).encode()).hexdigest()
