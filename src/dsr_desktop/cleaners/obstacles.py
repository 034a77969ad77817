"""The one refusal of the cleaners: what stands in the way."""

from dsr_desktop.domain.cleaning import Obstacle


class CannotCleanError(Exception):
    """A file that is left as it is, and why."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle
