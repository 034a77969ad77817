"""What the schema of the register got since: the company's own holidays, information under art. 14."""

from dsr_desktop.store.sqlcipher import Tables


def m028_calendar_and_article_14(db: Tables) -> None:
    """Add the corrections of the calendar, and what is known of telling the people of each list.

    A list of an earlier version says nothing of where its people come from.
    """
    db.execute(
        "CREATE TABLE holiday_override (day TEXT PRIMARY KEY, kind TEXT NOT NULL, "
        "reason TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE art14_notice (source_id INTEGER PRIMARY KEY REFERENCES source(id), "
        "obtained_from TEXT NOT NULL, obtained_on TEXT, first_contact_on TEXT, "
        "first_disclosure_on TEXT, done_on TEXT, exception TEXT, reason TEXT NOT NULL) STRICT"
    )
