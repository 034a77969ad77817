"""What can go wrong with a foreign file, and how much it may cost to read it."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Why a file, or a part of it, could not be read; worded in `wording.reading`."""

    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    OPEN_ELSEWHERE = "open_elsewhere"
    OUT_OF_REACH = "out_of_reach"
    LINK_TO_NOTHING = "link_to_nothing"
    NOT_A_FILE = "not_a_file"
    EMPTY = "empty"
    NOTHING_INSIDE = "nothing_inside"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 - the kind of problem
    UNKNOWN_KIND = "unknown_kind"
    MEDIA_NOT_SEARCHED = "media_not_searched"
    MUST_BE_EXPORTED = "must_be_exported"
    OTHER_ARCHIVE = "other_archive"
    PROGRAM = "program"
    NOT_TEXT = "not_text"
    CELL_TOO_LONG = "cell_too_long"
    ROW_TOO_LONG = "row_too_long"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MUCH_TEXT = "too_much_text"
    FILE_TOO_LARGE = "file_too_large"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_LONG = "too_long"
    READER_DIED = "reader_died"
    READER_FAILED = "reader_failed"
    CHANGED_WHILE_READ = "changed_while_read"
    GONE_WHILE_READ = "gone_while_read"
    QUOTE_NOT_CLOSED = "quote_not_closed"
    QUOTE_TAKEN_AS_TEXT = "quote_taken_as_text"
    KEPT_AS_ONE_COLUMN = "kept_as_one_column"
    ROWS_COUNTED_OTHERWISE = "rows_counted_otherwise"
    PAGE_COUNTED_OTHERWISE = "page_counted_otherwise"
    COMMENTS_NOT_READ = "comments_not_read"
    LINKS_NOT_READ = "links_not_read"
    SHEETS_NOT_READ = "sheets_not_read"
    TABLE_NOT_CLOSED = "table_not_closed"
    NOT_ENDED = "not_ended"
    CHANGES_NOT_READ = "changes_not_read"
    DRAWN_TEXT_NOT_READ = "drawn_text_not_read"
    NO_TEXT = "no_text"
    PART_NOT_READ = "part_not_read"
    PART_READ_IN_PART = "part_read_in_part"
    PART_NOTED = "part_noted"
    PARTS_NOT_NAMED = "parts_not_named"
    NESTED_TOO_DEEP = "nested_too_deep"
    TOO_MANY_PARTS = "too_many_parts"
    PACKED_TOO_TIGHTLY = "packed_too_tightly"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    PAGES_DAMAGED = "pages_damaged"
    TOO_MANY_PAGES = "too_many_pages"
    FORM_NOT_READ = "form_not_read"
    NESTED_DATA_TOO_DEEP = "nested_data_too_deep"
    VALUES_ELSEWHERE = "values_elsewhere"
    CHANGES_NOT_APPLIED = "changes_not_applied"
    DAMAGED_IN_PART = "damaged_in_part"
    MAILS_CUT = "mails_cut"
    MAILS_SEALED = "mails_sealed"
    MAILS_ONLY_FORMATTED = "mails_only_formatted"
    DEFINES_TEXT = "defines_text"
    OUT_OF_PROPORTION = "out_of_proportion"
    TOO_MANY_SHEETS = "too_many_sheets"
    ONLY_VALUES_READ = "only_values_read"
    ONLY_TEXT_READ = "only_text_read"
    ONLY_LINES_READ = "only_lines_read"
    PIVOT_NOT_READ = "pivot_not_read"
    PAGE_TEXT_NOT_READ = "page_text_not_read"
    PROPERTIES_NOT_READ = "properties_not_read"
    NAMES_NOT_READ = "names_not_read"
    RULES_NOT_READ = "rules_not_read"
    FORMULAS_NOT_READ = "formulas_not_read"
    RESULTS_NOT_STORED = "results_not_stored"
    OBJECTS_NOT_READ = "objects_not_read"
    SMALL_PICTURES = "small_pictures"
    READ_BY_ANOTHER = "read_by_another"
    STRAY_BYTES = "stray_bytes"
    ENCODING_UNSURE = "encoding_unsure"
    NOTHING_OF_CLARITY = "nothing_of_clarity"
    UPLOADS_LOST = "uploads_lost"
    OTHER_CLARITY = "other_clarity"
    ONLY_CLARITY_READ = "only_clarity_read"

    @property
    def loses_content(self) -> bool:
        """Whether something that may name a person was not read."""
        return self not in _NOTHING_LOST


_NOTHING_LOST = frozenset(
    {Problem.READ_BY_ANOTHER, Problem.PART_NOTED, Problem.STRAY_BYTES, Problem.ENCODING_UNSURE,
     Problem.QUOTE_TAKEN_AS_TEXT, Problem.ROWS_COUNTED_OTHERWISE, Problem.PAGE_COUNTED_OTHERWISE,
     Problem.KEPT_AS_ONE_COLUMN, Problem.SMALL_PICTURES, Problem.OTHER_CLARITY,
     Problem.ONLY_CLARITY_READ}
)  # fmt: skip
MOST_ROWS_NAMED = 20


@dataclass(frozen=True)
class Limits:
    """How much a file may cost before it is refused (R-SEC-7); sizes in bytes, time in seconds.

    `text` counts characters and what is unpacked. The defaults are those of `limit_rules`.
    """

    memory: int = 2_000_000_000
    seconds: float = 60.0
    bytes_per_second: float = 5e6
    file_size: int = 500_000_000
    rows: int = 5_000_000
    cell_characters: int = 32_767
    text: int = 2_000_000_000

    def seconds_for(self, size: int, unpacked: int = 0) -> float:
        """Time allowed for a file of `size` bytes that holds `unpacked` more once it is unpacked.

        What it says to hold may be a lie: it counts only up to the limit of text.
        """
        work = max(size, min(size + unpacked, self.text))
        return max(self.seconds, work / self.bytes_per_second)
