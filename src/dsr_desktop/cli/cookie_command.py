"""What a pasted cookie of Microsoft Clarity says; no register is needed."""

from collections.abc import Sequence

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.domain.clarity_cookies import ClarityCookie, read_cookies
from dsr_desktop.domain.clarity_expiry import expiry_of
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.clarity_cookies import cookie_lines, doubt_sentence
from dsr_desktop.wording.language import Tr


@click.command(help=mark("Say what a pasted cookie of Microsoft Clarity tells about its visitor."))
@click.argument("value")
@common_options
@click.pass_obj
def cookie(session: Session, /, value: str) -> int:
    """Read one cookie, or all that a pasted header or table names."""
    first, *others = read_cookies(value, session.today)
    document = cookie_document(session.tr, first)
    document["others"] = [cookie_document(session.tr, one) for one in others]
    session.show(document, lambda: _lines(session.tr, (first, *others)))
    return DONE


def cookie_document(tr: Tr, read: ClarityCookie) -> dict[str, object]:
    """Return a cookie as JSON has it; days in UTC, what it does not say is null."""
    gone = expiry_of(read.seen_on) if read.seen_on else None
    return {
        "cookie": read.name.value,
        "user_id": read.user_id,
        "session_id": read.session_id,
        "written_on": read.written_on and read.written_on.isoformat(),
        "consent": read.consent,
        "first_seen": read.first_seen and read.first_seen.isoformat(),
        "saved_at": read.saved_at
        and read.saved_at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "ends_on": read.ends_on and read.ends_on.isoformat(),
        "page_count": read.page_count,
        "recorded": read.is_recorded,
        "upload": read.upload,
        "version": read.version,
        "limited": read.limited,
        "playback_gone_on": gone and gone.playback_gone_on.isoformat(),
        "click_gone_on": gone and gone.click_gone_on.isoformat(),
        "warnings": [doubt_sentence(tr, one) for one in read.doubts],
    }


def _lines(tr: Tr, cookies: Sequence[ClarityCookie]) -> list[str]:
    return [line for one in cookies for line in cookie_lines(tr, one)]
