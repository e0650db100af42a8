"""What can go wrong with consents.

Fault
├── StoreFailed         the record did not reach the disk
├── OutboxUnusable      what waits to leave the kiosk cannot be read or written
└── LedgerUnusable      the ledger or its key; `problem` says what
Bug                     a text is missing from `consent/texts/`; a record lacks zone or answers

Messages name the remedy, and hold nothing personal.
"""

from enum import Enum

from common.errors import Fault


class StoreFailed(Fault):
    """The record must be taken as not stored: the patient must not be told that it was."""


class OutboxUnusable(Fault):
    """Nothing is lost; it waits until the file can be used again."""


class LedgerProblem(Enum):
    UNREADABLE = "unreadable"  # Missing, or no ledger.
    PUT_BACK = "put_back"  # More was stored than the file holds: going on would hide that.
    UNWITNESSED = "unwitnessed"  # It may have been put back: nothing remembers how far it came.
    KEY = "key"  # The key file is missing, open to others, or damaged.
    NOT_PURGED = "not_purged"  # The date or the ledger's state does not allow it; all is there.


class LedgerUnusable(Fault):
    def __init__(self, problem: LedgerProblem, message: str) -> None:
        super().__init__(message)
        self.problem = problem
