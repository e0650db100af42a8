"""What staff change around a session, whatever it does: a pause, a closed kiosk, a message.

A session is paused, not lost, while staff look: nothing is timed, no card begins another one, and
the screen shows nothing of the patient. Too long a pause ends it (docs/adr/0052).
"""

from dataclasses import replace

from kiosk.session import events, intents
from kiosk.session.events import Event
from kiosk.session.states import Closed, State, session_of


def attended(state: State, event: Event, now_ms: int) -> State:
    """The state with what `event` means for it; the phases see the event after this."""
    match event:
        case events.StaffCame() if state.paused_since_ms is None:
            return replace(state, paused_since_ms=now_ms, warned=False, help_called=False)
        case events.StaffLeft() if state.paused_since_ms is not None:
            # Whoever has waited for staff has the whole time to answer.
            return replace(state, paused_since_ms=None, since_ms=now_ms)
        case events.TakenOutOfService(reason=reason, text=text):
            return replace(state, closed=Closed(reason, text))
        case events.PutBackInService():
            return replace(state, closed=None)
        case events.MessageSent(text=text):
            return replace(state, message=text)
        case intents.MessageRead():
            return replace(state, message="")
        case events.StaffReset():
            return replace(state, help_called=False)
        case _:
            return state


def begins_no_session(state: State) -> bool:
    return state.paused_since_ms is not None or state.closed is not None


def same_person(old: State, new: State) -> bool:
    """A message to one patient is none to the next."""
    before, after = session_of(old.phase), session_of(new.phase)
    return after is None or (before is not None and before.session_id == after.session_id)
