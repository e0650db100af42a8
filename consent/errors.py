"""What can go wrong with consents, and whose fault it is.

ConsentError
├── ConsentFault            the world's fault; the message names the remedy
│   ├── ConsentNotStored    the record did not reach the disk
│   ├── OutboxUnusable      what waits to leave the kiosk cannot be read or written
│   ├── LedgerUnreadable    the ledger cannot be read for an audit
│   ├── LedgerPutBack       the ledger is gone, another one, or in an earlier state of itself
│   ├── KeyUnusable         the key file is missing, open to others, or damaged
│   └── PurgeRefused        the retention date or the ledger's state does not allow it
└── our bug
    ├── TextsIncomplete     a text is missing from `consent/texts/`
    └── RecordMalformed     a record without a time zone, or without answers
"""


class ConsentError(Exception):
    """Base of all errors of this package. Messages hold nothing personal."""


class ConsentFault(ConsentError):
    """The world's fault."""


class ConsentNotStored(ConsentFault):
    """The record must be taken as not stored: the patient must not be told that it was."""


class OutboxUnusable(ConsentFault):
    """Nothing is lost; it waits until the file can be used again."""


class LedgerUnreadable(ConsentFault):
    """The ledger is missing, or is not a ledger."""


class LedgerPutBack(ConsentFault):
    """More was stored than the file holds: to go on with it would hide that."""


class KeyUnusable(ConsentFault):
    """The ledger's key cannot be used."""


class PurgeRefused(ConsentFault):
    """Nothing was removed."""


class TextsIncomplete(ConsentError):
    """Bug: a consent text is missing or malformed."""


class RecordMalformed(ConsentError):
    """Bug: the caller built a record that cannot be kept."""
