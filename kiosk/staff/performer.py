"""Carries out what staff ask for and puts it on record, whoever passes it on; on the GUI thread."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, assert_never

import structlog

from common.files import read_regular, replace_whole
from kiosk.session import events, intents
from kiosk.session.events import Event
from kiosk.session.screens import ClosedFor
from kiosk.session.states import State
from kiosk.staff import acts
from kiosk.staff.acts import Act, name_of
from kiosk.staff.audit_file import AuditFile

log = structlog.get_logger(__name__)

CLOSED_FILE = "out-of-service.json"
"""In the state folder while staff have the kiosk out of service."""


class StaffScreen(Protocol):
    """What of the screen is not the session's."""

    def set_language(self, code: str) -> bool: ...

    def set_text_size(self, size: int) -> None: ...

    def set_volume(self, volume: int) -> None: ...

    def set_brightness(self, percent: int) -> None: ...


class Performer:
    """The one place through which staff act."""

    def __init__(
        self,
        *,
        dispatch: Callable[[Event], None],
        state: Callable[[], State],
        screen: StaffScreen,
        restart: Callable[[], None],
        leave: Callable[[], None],
        audit: AuditFile,
        closed_file: Path,
    ) -> None:
        self._dispatch = dispatch
        self._state = state
        self._screen = screen
        self._restart = restart
        self._leave = leave
        self._audit = audit
        self._closed_file = closed_file
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="staff-audit")

    def start(self) -> None:
        """Stay out of service where staff have left it so."""
        closed = _remembered(self._closed_file)
        if closed is not None:
            self._dispatch(closed)

    def stop(self) -> None:
        self._disk.shutdown()

    def perform(self, act: Act, who: str) -> bool:
        """False: there was nothing to do, as with a check by eye when nobody is to be checked."""
        done = self._carry_out(act, who)
        self.record(who, name_of(type(act)), done=done)
        return done

    def record(self, who: str, what: str, *, done: bool = True) -> None:
        """Put on record what is no act: signing in, a check by eye with the patient's own call."""
        self._disk.submit(self._audit.record, who, what, done=done)

    def observe(self, old: State, event: Event, new: State) -> None:
        """Of the runner: 目視 that began with the patient's call, not with an act."""
        if isinstance(event, events.StaffAccepted) and new.phase is not old.phase:
            self.record(event.who, name_of(acts.AllowVisualCheck))

    def _carry_out(self, act: Act, who: str) -> bool:
        match act:
            case acts.Reset():
                log.info("reset_by_staff")
                return self._send(events.StaffReset())
            case acts.AllowVisualCheck():
                return self._send(events.CheckedByStaff(who))
            case acts.OfferMethods():
                return self._send(intents.BackChosen())
            case acts.SetLanguage(code=code):
                return self._screen.set_language(code)
            case acts.SetTextSize(size=size):
                self._screen.set_text_size(size)
            case acts.SetVolume(volume=volume):
                self._screen.set_volume(volume)
            case acts.SetBrightness(percent=percent):
                self._screen.set_brightness(percent)
            case acts.TakeOutOfService(reason=reason, text=text):
                self._remember(reason, text)
                self._dispatch(events.TakenOutOfService(reason, text))
            case acts.PutBackInService():
                self._forget()
                self._dispatch(events.PutBackInService())
            case acts.ShowMessage(text=text):
                self._dispatch(events.MessageSent(text))
            case acts.Restart():
                self._restart()
            case acts.Leave():
                self._leave()
            case _:
                assert_never(act)
        return True

    def _send(self, event: Event) -> bool:
        before = self._state().phase
        self._dispatch(event)
        return self._state().phase is not before

    def _remember(self, reason: ClosedFor, text: str) -> None:
        content = json.dumps({"reason": reason.value, "text": text}, ensure_ascii=False)
        try:
            replace_whole(self._closed_file, content.encode())
        except OSError as error:  # It holds until a restart.
            log.warning("out_of_service_not_kept", errno=error.errno)

    def _forget(self) -> None:
        try:
            self._closed_file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("out_of_service_not_kept", errno=error.errno)


def _remembered(file: Path) -> events.TakenOutOfService | None:
    """Out of service too where the file says nothing that can be read: somebody wanted it so."""
    try:
        values = json.loads(read_regular(file, follow=False))
        return events.TakenOutOfService(ClosedFor(values["reason"]), str(values["text"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return events.TakenOutOfService(ClosedFor.MAINTENANCE)
