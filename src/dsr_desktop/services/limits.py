"""How much a file may cost to read (R-SEC-7): the limits set in the register, or their defaults."""

from collections.abc import Mapping
from dataclasses import dataclass

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.limit_rules import LIMIT_RULES, LimitName, LimitRule, limits_of
from dsr_desktop.domain.reading import Limits
from dsr_desktop.services.register import Register
from dsr_desktop.store.settings import read_settings, remove_settings, write_settings

_PREFIX = "limit."


@dataclass(frozen=True)
class LimitSetting:
    """A limit as it stands in a register, in the unit of its rule."""

    rule: LimitRule
    value: int

    @property
    def is_default(self) -> bool:
        """Tell whether it is as the program proposes it."""
        return self.value == self.rule.default


def list_limits(register: Register) -> tuple[LimitSetting, ...]:
    """Return every limit with its value; what is stored and cannot be one counts as not set."""
    stored = read_settings(register.database)
    return tuple(
        LimitSetting(rule, _value(rule, stored.get(_PREFIX + rule.name)))
        for rule in LIMIT_RULES.values()
    )


def reading_limits(register: Register) -> Limits:
    """Return the limits that hold for every file read for this register."""
    return limits_of({one.rule.name: one.value for one in list_limits(register)})


def set_limits(register: Register, values: Mapping[LimitName, int]) -> tuple[LimitSetting, ...]:
    """Change limits and return all as they stand; InvalidInputError for a value out of bounds.

    Then none of them is changed. What stays as it was is no event.
    """
    checked = {name: LIMIT_RULES[name].check(value) for name, value in values.items()}
    with register.database.transaction():
        before = {one.rule.name: one.value for one in list_limits(register)}
        changed = {name: value for name, value in checked.items() if before[name] != value}
        if changed:
            write_settings(
                register.database, {_PREFIX + name: str(value) for name, value in changed.items()}
            )
            register.log(EventKind.LIMITS_CHANGED, limits=changed)
        return list_limits(register)


def reset_limits(register: Register) -> tuple[LimitSetting, ...]:
    """Go back to the defaults and return them."""
    with register.database.transaction():
        if not all(one.is_default for one in list_limits(register)):
            register.log(EventKind.LIMITS_RESET)
        remove_settings(register.database, [_PREFIX + name for name in LimitName])
        return list_limits(register)


def _value(rule: LimitRule, stored: str | None) -> int:
    try:
        return rule.parse(stored) if stored is not None else rule.default
    except InvalidInputError:
        return rule.default
