"""Staff sign in at the kiosk: number and PIN in one row of digits, checked off the GUI thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import structlog

from common.secret import Secret, wipe
from kiosk.errors import SetupFault
from kiosk.session.events import Event, StaffAccepted, StaffRejected
from kiosk.staff.accounts import NUMBER_DIGITS, Accounts, Person
from kiosk.staff.audit_file import AuditFile
from kiosk.staff.tries import Tries

log = structlog.get_logger(__name__)

STAFF_TRIES = "staff-tries"
"""In the state folder: how many wrong ones there were since the last right one."""

UNKNOWN = "?"
"""Who, in the audit, where nobody is known to have acted."""


@dataclass(frozen=True)
class Refused:
    wait_s: float
    """How long until anything is looked at again; 0: at once."""


class SignIn:
    """Implements `kiosk.session.runner.StaffCheck`, and serves the staff's own screens."""

    def __init__(
        self, accounts: Accounts, tries: Tries, audit: AuditFile, sink: Callable[[Event], None]
    ) -> None:
        self._accounts = accounts
        self._tries = tries
        self._audit = audit
        self._sink = sink
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="staff-sign-in")

    def check(self, session_id: str, request_id: int, password: Secret) -> None:
        """For 目視; the answer comes as an event."""

        def answer(outcome: Person | Refused) -> None:
            if isinstance(outcome, Person):
                self._sink(StaffAccepted(session_id, request_id, outcome.who))
            else:
                self._sink(StaffRejected(session_id, request_id, outcome.wait_s > 0))

        self.attempt(password, answer)

    def attempt(self, typed: Secret, answer: Callable[[Person | Refused], None]) -> None:
        """`answer` is called on a thread of its own; whoever typed wipes their own copy."""
        digits = bytearray(typed.buffer)
        self._executor.submit(lambda: answer(self._outcome(digits)))

    def _outcome(self, digits: bytearray) -> Person | Refused:
        person = self._person(digits)
        wipe(digits)
        if person is None:
            self._audit.record(UNKNOWN, "sign-in", done=False)
            return Refused(self._tries.wait_s)
        return person

    def _person(self, digits: bytearray) -> Person | None:
        if self._tries.wait_s > 0:
            return None
        self._tries.begin()
        try:
            # argon2's binding takes nothing that could be wiped: two copies live until their place
            # in memory is used again. They open what staff may do, and nothing of a patient.
            number, pin = bytes(digits[:NUMBER_DIGITS]), bytes(digits[NUMBER_DIGITS:])
            person = self._accounts.sign_in(number.decode("ascii"), pin)
        except SetupFault:
            log.error("staff_accounts_unusable")
            return None
        if person is not None:
            self._tries.right()
        return person
