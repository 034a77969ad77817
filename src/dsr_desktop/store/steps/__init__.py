"""The named steps that make the schema of the register, in their order; none ever changes."""

from collections.abc import Callable

from dsr_desktop.store.sqlcipher import Tables
from dsr_desktop.store.steps.from_m001 import (
    m001_settings_and_events,
    m002_imported_rows,
    m003_requests,
    m004_one_hit_a_row,
    m005_notes_on_cells,
)
from dsr_desktop.store.steps.from_m006 import (
    m006_places_of_one_content,
    m007_unfinished_documents,
    m008_indexes,
    m009_suppression,
    m010_mappings,
    m011_replacement,
    m012_places,
    m013_cleared_rows,
    m014_reasons_of_verdicts,
)
from dsr_desktop.store.steps.from_m015 import m015_keys_in_order
from dsr_desktop.store.steps.from_m016 import m016_words_of_other_alphabets
from dsr_desktop.store.steps.from_m019 import m019_request_files
from dsr_desktop.store.steps.from_m021 import m021_systems_and_tasks
from dsr_desktop.store.steps.from_m022 import m022_records
from dsr_desktop.store.steps.from_m023 import m023_messages_and_calls
from dsr_desktop.store.steps.from_m025 import m025_fees
from dsr_desktop.store.steps.from_m028 import m028_calendar_and_article_14
from dsr_desktop.store.steps.from_m029 import m029_cleaned_copies
from dsr_desktop.store.steps.from_m030 import m030_erasures_and_backups
from dsr_desktop.store.steps.from_m032 import m032_trackers
from dsr_desktop.store.steps.from_m035 import m035_more_reasons_to_be_left_out
from dsr_desktop.store.steps.from_m037 import m037_access_packages
from dsr_desktop.store.steps.from_m038 import m038_restrictions_and_decisions
from dsr_desktop.store.steps.from_m039 import m039_retention_of_contacts
from dsr_desktop.store.steps.from_m042 import m042_letters
from dsr_desktop.store.steps.from_m043 import m043_automated_decisions
from dsr_desktop.store.steps.from_m045 import m045_transfers
from dsr_desktop.store.steps.from_m050 import m050_circulars

STEPS: tuple[Callable[[Tables], None], ...] = (
    m001_settings_and_events,
    m002_imported_rows,
    m003_requests,
    m004_one_hit_a_row,
    m005_notes_on_cells,
    m006_places_of_one_content,
    m007_unfinished_documents,
    m008_indexes,
    m009_suppression,
    m010_mappings,
    m011_replacement,
    m012_places,
    m013_cleared_rows,
    m014_reasons_of_verdicts,
    m015_keys_in_order,
    m016_words_of_other_alphabets,
    m019_request_files,
    m021_systems_and_tasks,
    m022_records,
    m023_messages_and_calls,
    m025_fees,
    m028_calendar_and_article_14,
    m029_cleaned_copies,
    m030_erasures_and_backups,
    m032_trackers,
    m035_more_reasons_to_be_left_out,
    m037_access_packages,
    m038_restrictions_and_decisions,
    m039_retention_of_contacts,
    m042_letters,
    m043_automated_decisions,
    m045_transfers,
    m050_circulars,
)
