"""What the page of one request shows; the view modules know no service, only this value."""

from dsr_desktop.services.request_state import RequestState

__all__ = ["RequestState"]
