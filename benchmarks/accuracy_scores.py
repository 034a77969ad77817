"""Precision, recall and F1 of links between records, at one rule and at the best threshold."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Figures = dict[str, float]


class Link(NamedTuple):
    """Two records that are said to be one person: how surely, whether rightly, whether by the rule."""

    score: float
    right: bool
    by_rule: bool


def at_own_rule(links: Iterable[Link], truth: int) -> Figures:
    """Figures of the links that the rule lets through; `truth` counts the links that there are."""
    kept = [link for link in links if link.by_rule]
    return _figures(len(kept), sum(link.right for link in kept), truth)


def at_best_threshold(links: Iterable[Link], truth: int) -> Figures:
    """Figures of the links from the score on that gives the highest F1; equal scores stay together.

    Without any link there is no threshold.
    """
    ordered = sorted(links, key=lambda link: -link.score)
    best = _figures(0, 0, truth)
    right = 0
    for kept, link in enumerate(ordered, 1):
        right += link.right
        if kept < len(ordered) and ordered[kept].score == link.score:
            continue
        figures = _figures(kept, right, truth)
        if figures["f1"] > best["f1"]:
            best = figures | {"threshold": round(link.score, 3)}
    return best


def pairs_of(people: Sequence[int]) -> int:
    """How many pairs of records are of one person; `people` tells whose each record is."""
    return sum(size * (size - 1) // 2 for size in Counter(people).values())


def _figures(kept: int, right: int, truth: int) -> Figures:
    precision = right / kept if kept else 0.0
    recall = right / truth
    f1 = 2 * right / (kept + truth)
    return {"f1": round(f1, 5), "precision": round(precision, 5), "recall": round(recall, 5)}
