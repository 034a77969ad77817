"""What the benches that kill share: whom to kill when, and what came of a round."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Kill:
    """What is killed and when: at a point, `share` of the way through (of the time, or of its turns)."""

    target: str
    point: str
    share: float


@dataclass
class Round:
    """What came of a round; `wrong` is empty if it is as it must be."""

    kill: Kill
    outcome: str = ""
    wrong: list[str] = field(default_factory=list)

    def must(self, holds: object, otherwise: str) -> None:
        """Note what is wrong."""
        if not holds:
            self.wrong.append(otherwise)
