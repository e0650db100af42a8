"""The audit trail of a session, derived from what changed and never written by hand.

Comparing the state before and after means that nothing can change a phase and forget to say so.
"""

import structlog

from kiosk.session.events import Event
from kiosk.session.screens import Readiness, Standby, WorkerProblem
from kiosk.session.states import State, Stopped, agreed, card_left, session_of

log = structlog.get_logger(__name__)


def audit(old: State, event: Event, new: State) -> None:
    """One line per change of phase; an observer of the runner.

    And for a card left behind, when the service takes the proof without PIN no longer, or again,
    and when the next session cannot begin, or can again.
    """
    log.debug("event", kind=type(event).__name__)
    if card_left(new) and not card_left(old):
        log.warning("card_left")
    if _pin_only(new) and not _pin_only(old):
        log.warning("proof_not_accepted")
    if _pin_only(old) and not _pin_only(new):
        log.info("proof_accepted")
    _audit_readiness(old.devices.readiness, new.devices.readiness)
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


def _pin_only(state: State) -> bool:
    """The service does not take what this kiosk could prove without PIN."""
    return agreed(state.rules, state.devices) != state.rules


def _audit_readiness(old: Readiness, new: Readiness) -> None:
    if new is old:
        return
    if isinstance(new, WorkerProblem):
        log.error("not_ready", problem=new.value)
    elif new is Standby.READY:
        log.info("ready")
