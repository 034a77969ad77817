"""What leaves in an access package: the review of its pieces on the command line."""

import click

from dsr_desktop.cli.session import DONE, IN_PART, Session, common_options
from dsr_desktop.cli.shapes import Document
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.review import REASONS, Choice, PackageReview, ReviewedItem
from dsr_desktop.services.package_reviews import (
    approve_package,
    decide_pieces,
    mask_what_is_pointed_out,
    review_package,
)
from dsr_desktop.services.register import Register
from dsr_desktop.wording.review import (
    choice_label,
    found_label,
    group_title,
    place_label,
    review_line,
    what_label,
)


@click.command(
    help=mark("Review what leaves in an access package: include, mask, exclude, approve.")
)
@click.argument("ref")
@click.option(
    "--include", multiple=True, metavar="PIECE", help=mark("Piece that goes in as it is.")
)
@click.option("--mask", multiple=True, metavar="PIECE",
              help=mark("Piece of which something is masked: what is pointed out, or --words."))  # fmt: skip
@click.option("--words", multiple=True, metavar="TEXT",
              help=mark("Words to mask, as they stand in the text; may be given several times."))  # fmt: skip
@click.option("--exclude", multiple=True, metavar="PIECE", help=mark("Piece that stays out."))
@click.option("--code", type=click.Choice(REASONS), default=REASONS[0], show_default=True,
              help=mark("Reason for what is masked or excluded."))  # fmt: skip
@click.option("--note", default="", help=mark("Why, for the record."))
@click.option("--mask-suggested", is_flag=True,
              help=mark("Mask all that is pointed out and waits for a decision."))  # fmt: skip
@click.option(
    "--open", "only_open", is_flag=True, help=mark("List only what waits for a decision.")
)
@click.option("--approve", is_flag=True, help=mark("Approve the package as it is now."))
@common_options
@click.pass_obj
def contents(
    session: Session, ref: str, include: tuple[str, ...], mask: tuple[str, ...],
    words: tuple[str, ...], exclude: tuple[str, ...], code: str, note: str, *,
    mask_suggested: bool, only_open: bool, approve: bool,
) -> int:  # fmt: skip
    """Record choices and the approval, then list the pieces; exit 3 while one waits."""
    chosen = {Choice.INCLUDE: include, Choice.MASK: mask, Choice.EXCLUDE: exclude}
    with session.register() as register:
        for choice, keys in chosen.items():
            if keys:
                decide_pieces(
                    register, ref, keys, choice, session.today, reason_code=code, note=note,
                    words=words if choice is Choice.MASK else (),
                )  # fmt: skip
        review = _finish(register, ref, session, mask_suggested=mask_suggested, approve=approve)
    listed = review.open_items if only_open else review.items
    session.show(
        {
            "ref": review.ref, "approved": _approval(review), "outdated": review.is_outdated,
            "open": len(review.open_items),
            "pieces": [_piece(session, one) for one in listed],
        },
        lambda: [*(_line(session, one) for one in listed), review_line(session.tr, review)],
    )  # fmt: skip
    return IN_PART if review.open_items else DONE


def _finish(
    register: Register, ref: str, session: Session, *, mask_suggested: bool, approve: bool
) -> PackageReview:
    if mask_suggested:
        mask_what_is_pointed_out(register, ref, session.today)
    if approve:
        return approve_package(register, ref, session.today)
    return review_package(register, ref, session.today)


def _approval(review: PackageReview) -> Document | None:
    kept = review.approval
    return {"by": kept.by, "at": kept.at} if kept else None


def _piece(session: Session, one: ReviewedItem) -> Document:
    tr, item = session.tr, one.item
    return {
        "key": item.key, "kind": item.kind, "source": group_title(tr, item),
        "place": place_label(tr, item), "what": what_label(tr, item), "text": item.text,
        "suggestions": [
            {"start": told.start, "end": told.end, "found": told.found} for told in one.suggestions
        ],
        "choice": one.choice if one.decision else None,
        "masked": [list(span) for span in one.decision.spans] if one.decision else [],
        "reason_code": one.decision.reason_code if one.decision else "",
        "note": one.decision.note if one.decision else "",
    }  # fmt: skip


def _line(session: Session, one: ReviewedItem) -> str:
    tr, item = session.tr, one.item
    where = " · ".join(filter(None, (group_title(tr, item), place_label(tr, item))))
    state = tr("to decide") if one.is_open else choice_label(tr, one.choice)
    said = tr.pair(what_label(tr, item), item.text)
    told = ", ".join(dict.fromkeys(found_label(tr, each.found) for each in one.suggestions))
    line = f"{item.key:14} {state:12} {where} · {said}"
    return f"{line}  [{told}]" if told and one.is_open else line
