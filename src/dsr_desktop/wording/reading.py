"""Why a file was not read, and what to do about it."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.preview import FilePreview
from dsr_desktop.domain.reading import Problem

_SENTENCES = {
    Problem.NOT_FOUND: mark("There is no such file. Check the path."),
    Problem.NO_PERMISSION: mark("You may not open this file. Ask its owner for access or a copy."),
    Problem.OPEN_ELSEWHERE: mark("It is open in another program, such as Excel. Close it there, then import it again."),
    Problem.OUT_OF_REACH: mark("The disk or the network failed while it was read. Check the connection, then import it again."),
    Problem.LINK_TO_NOTHING: mark("It is a link that leads to no file. Look for the file that it means."),
    Problem.NOT_A_FILE: mark("It is a pipe or a device, not a file. Leave it out."),
    Problem.EMPTY: mark("The file is empty: 0 bytes. Ask for a new copy."),
    Problem.NOTHING_INSIDE: mark("No row was found in it. Open it to see whether it is really empty."),
    Problem.DAMAGED: mark("The file is damaged or cut off. Ask for a new copy."),
    Problem.PASSWORD: mark("The file is protected by a password. Save a copy without it, then import that."),
    Problem.UNKNOWN_KIND: mark("This kind of file ({kind}) is not read. Save it as xlsx, csv, docx or pdf, then import that."),
    Problem.MEDIA_NOT_SEARCHED: mark("Pictures, films and sounds ({kind}) are not searched. Look at it by hand if it may show the person."),
    Problem.MUST_BE_EXPORTED: mark("This kind of file ({kind}) is not read. Export its content as xlsx or csv from the program that made it, then import that."),
    Problem.OTHER_ARCHIVE: mark("This kind of archive ({kind}) is not opened. Unpack it, then import the folder."),
    Problem.PROGRAM: mark("It is a program or a shortcut ({kind}), not a list. Leave it out."),
    Problem.NOT_TEXT: mark("The content is neither a workbook nor text. Ask which program made it."),
    Problem.CELL_TOO_LONG: mark("Row {row} has a cell that is too long to be meant. Look at it in the file; in a csv, at its quotes."),
    Problem.ROW_TOO_LONG: mark("Row {row} holds more text than the row of a list. Look at it in the file."),
    Problem.TOO_MANY_ROWS: mark("The file has more than {most} rows. Split it, or raise the limit in the settings if you trust it."),
    Problem.TOO_MUCH_TEXT: mark("The file unpacks to more than {most} bytes. Split it, or raise the limit in the settings if you trust it."),
    Problem.FILE_TOO_LARGE: mark("The file is larger than {most} bytes. Split it, or raise the limit in the settings if you trust it."),
    Problem.TOO_MUCH_MEMORY: mark("Reading it needs too much memory. Save it as csv, or raise the limit in the settings."),
    Problem.TOO_LONG: mark("Reading it took too long and was stopped. Save it as csv, or raise the limit in the settings."),
    Problem.READER_DIED: mark("The file made the reader fail. Save it as csv, then import that."),
    Problem.READER_FAILED: mark("The program failed on it ({fault}); the file itself may be sound. Save it as csv, then import that."),
    Problem.CHANGED_WHILE_READ: mark("The file changed while it was read. Close it elsewhere, then import it again."),
    Problem.GONE_WHILE_READ: mark("The file was removed while it was read. Put it back, then import it again."),
    Problem.QUOTE_NOT_CLOSED: mark("Row {row} holds several lines in one cell. Check its quotes in the file."),
    Problem.QUOTE_TAKEN_AS_TEXT: mark("A quotation mark in row {row} is never closed: it was read as text, and the lines after it as rows of their own. A spreadsheet program may show them as one row."),
    Problem.KEPT_AS_ONE_COLUMN: mark("Its lines hold several texts with blanks between them; where one ends is not certain, so each line is one column. To have columns, open it in a spreadsheet program, cut it there, then import that."),
    Problem.ROWS_COUNTED_OTHERWISE: mark("A quotation mark in row {row} is out of place: a spreadsheet program may show the rows after it under other numbers. There, go by the name, not by the number."),
    Problem.PAGE_COUNTED_OTHERWISE: mark("From row {row} on, a spreadsheet program may number the rows of this page otherwise: texts, line breaks or tables in cells stand before them. There, go by the name, not by the number."),
    Problem.COMMENTS_NOT_READ: mark("Its comments were not read. Look through them by hand."),
    Problem.LINKS_NOT_READ: mark("It has e-mail links to addresses that no cell shows; they were not read. Look through them by hand."),
    Problem.SHEETS_NOT_READ: mark("Its sheets without cells, such as chart sheets, were not read. Look through them by hand."),
    Problem.TABLE_NOT_CLOSED: mark("Its last table has no end; the file may be cut off. Compare its last row with the original."),
    Problem.NOT_ENDED: mark("Entries without an end: {count}. The file may be cut off or damaged there. Compare them with the original."),
    Problem.CHANGES_NOT_READ: mark("It keeps a record of tracked changes; what stood there before was not read. Open the list of changes and look through it by hand."),
    Problem.DRAWN_TEXT_NOT_READ: mark("It holds text boxes or drawings with text; they were not read. Look through them by hand."),
    Problem.NO_TEXT: mark("It holds pictures but no text, such as a scan. Read it by hand."),
    Problem.STRAY_BYTES: mark("{count} characters of it are in another encoding than the rest (UTF-8); they were read as Windows-1252. Look at the accented names."),
    Problem.ENCODING_UNSURE: mark("Its accented letters fit {encoding} and {other} alike; it was read as {encoding}. Look at the accented names."),
    Problem.PART_NOT_READ: mark("Not read inside it ({files}): {part}. {cause}"),
    Problem.PART_READ_IN_PART: mark("Inside it, {part}: {cause}"),
    Problem.PART_NOTED: mark("Inside it, {part}: {cause}"),
    Problem.PARTS_NOT_NAMED: mark("{files} more files inside it were not read, for other reasons each. Unpack it, then import the folder."),
    Problem.NESTED_TOO_DEEP: mark("It lies inside more than {most} archives. Unpack them, then import the folder."),
    Problem.TOO_MANY_PARTS: mark("It holds more than {most} files. Unpack it, then import the folder."),
    Problem.PACKED_TOO_TIGHTLY: mark("It is packed as only a trap is. Ask who made it, and for the files themselves."),
    Problem.PAGES_WITHOUT_TEXT: mark("Its pages {pages} hold pictures but no text. Read them by hand."),
    Problem.PAGES_DAMAGED: mark("Its pages {pages} are damaged and were not read. Ask for a new copy."),
    Problem.TOO_MANY_PAGES: mark("It has more than {most} pages. Split it, then import the parts."),
    Problem.FORM_NOT_READ: mark("It is a form whose entries were not read (XFA). Print it to a new PDF, then import that."),
    Problem.NESTED_DATA_TOO_DEEP: mark("Its data is nested too deeply to be a list. Ask for an export as csv."),
    Problem.VALUES_ELSEWHERE: mark("{count} of its values stand in other files, which were not opened. Look at these by hand."),
    Problem.CHANGES_NOT_APPLIED: mark("{count} of its entries are changes to a directory; they were read as they stand. Ask for an export of the directory itself."),
    Problem.DAMAGED_IN_PART: mark("Parts of it are damaged; the rest was read. Ask for a new copy."),
    Problem.MAILS_CUT: mark("{count} of its mails are longer than {most} characters; the rest of these was not read. Read them in the mail program."),
    Problem.MAILS_SEALED: mark("{count} of its mails are encrypted or sealed; what these say was not read. Read them in the mail program."),
    Problem.MAILS_ONLY_FORMATTED: mark("{count} of its mails keep their text only in Outlook's own format; it was not read. Read them in Outlook."),
    Problem.DEFINES_TEXT: mark("Its XML defines text of its own, as no Office program does and traps do. Ask who made it."),
    Problem.OUT_OF_PROPORTION: mark("It links, nests or spreads more than any list does, as files made to do harm do. Ask who made it, and for a list without that."),
    Problem.TOO_MANY_SHEETS: mark("The file has more than {most} sheets. Split it, then import the parts."),
    Problem.ONLY_VALUES_READ: mark("Only the values of its cells were read: no comments, links, formulas or errors, and hidden rows are not marked. Save it anew in a spreadsheet program, then import that."),
    Problem.ONLY_TEXT_READ: mark("Only its text was read, row by row: not all links, and no formulas, pictures or attached files; what is hidden is not marked. Save it anew in the program that made it, then import that."),
    Problem.ONLY_LINES_READ: mark("Its form is damaged or cut off: what could not be told apart was read as plain text, line by line, without columns. Look at its rows one by one, and ask for a new copy."),
    Problem.PIVOT_NOT_READ: mark("It holds a pivot table with copies of data, maybe of rows deleted since; these were not read. Refresh or delete the pivot table."),
    Problem.PAGE_TEXT_NOT_READ: mark("Its printed pages have headers or footers with text; they were not read. Look at the print preview."),
    Problem.PROPERTIES_NOT_READ: mark("Its properties (title, subject, remarks) are damaged and were not read. Look at them in the program that made it."),
    Problem.NAMES_NOT_READ: mark("It gives names to fixed texts; they were not read. Look at them in the name manager."),
    Problem.RULES_NOT_READ: mark("Some of its rules for cells (allowed entries and their hints, conditional formats, filters) hold texts that were not read. Look through them by hand."),
    Problem.FORMULAS_NOT_READ: mark("{count} of its formulas were not read to their end, only their results. Look at them in a spreadsheet program."),
    Problem.NOTHING_OF_CLARITY: mark("Nothing of Microsoft Clarity was found in it; damaged uploads: {count}. Record the visit again, with the content of requests."),
    Problem.UPLOADS_LOST: mark("Uploads of Clarity that cannot be read: {count}. The browser damaged them when it wrote the file. Record again in another browser if they matter."),
    Problem.OTHER_CLARITY: mark("Some of it is by another version of Clarity than the one known here. Compare what it says."),
    Problem.ONLY_CLARITY_READ: mark("It is a recording of a browser: only what it holds of Clarity was taken over. It also holds cookies and tokens of whoever recorded it: delete the file when you are done."),
    Problem.RESULTS_NOT_STORED: mark("Formulas without a stored result: {count}. Their cells were read as empty. Open the file in a spreadsheet program, save it there, then import it again."),
    Problem.OBJECTS_NOT_READ: mark("It holds {count} pictures or embedded files, which were not read. Look at them by hand."),
    Problem.SMALL_PICTURES: mark("It holds {count} small pictures, such as logos; they were not searched. Look at them if one may show the person."),
    Problem.READ_BY_ANOTHER: mark("The usual reader refused it or found nothing; {reader} read it. Compare a few rows with the original."),
}  # fmt: skip


def remarks_on(file: FilePreview) -> tuple[Notice, ...]:
    """Return what the reader remarked, without what is asked about anyway."""
    asked = problem_sentence(Problem.ENCODING_UNSURE) if file.encodings else ""
    return tuple(one for one in file.warnings if one.sentence != asked)


def problem_sentence(problem: Problem) -> str:
    """English sentence, with placeholders, for what was wrong with a file."""
    return _SENTENCES[problem]
