"""The result of one event in one phase, and the ways to end that every phase shares."""

from kiosk.session.effects import Effect, EndWorker
from kiosk.session.screens import StopReason
from kiosk.session.states import Phase, Session, Stopped

Transition = tuple[Phase, tuple[Effect, ...]]
"""The next phase and what is to be done; None in its place: the event means nothing here."""


def go(phase: Phase, *effects: Effect) -> Transition:
    return phase, effects


def stop(session: Session, reason: StopReason) -> Transition:
    """End the session; nothing personal outlives it."""
    return go(Stopped(reason), EndWorker(session.session_id))
