"""The audit trail of a session, derived from what changed and never written by hand.

Comparing the state before and after means that nothing can change a phase and forget to say so.
"""

import structlog

from kiosk.session.events import Event
from kiosk.session.states import State, Stopped, card_left, session_of

log = structlog.get_logger(__name__)


def audit(old: State, event: Event, new: State) -> None:
    """One line per change of phase, and one for a card left behind; an observer of the runner."""
    if card_left(new) and not card_left(old):
        log.warning("card_left")
    if type(old.phase) is type(new.phase):
        return
    session = session_of(new.phase) or session_of(old.phase)
    reason = new.phase.reason.value if isinstance(new.phase, Stopped) else None
    log.info(
        "phase_changed",
        session_id=None if session is None else session.session_id,
        from_phase=type(old.phase).__name__,
        to_phase=type(new.phase).__name__,
        cause=type(event).__name__,
        reason=reason,
    )
