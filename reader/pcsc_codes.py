"""PC/SC return codes as they come from the field: what each means here, its cause, its remedy.

The same word may come from the service, from a driver or from the library; what is said fits the
place where it was seen most. A code that is not in the table is told by its number.
"""

from smartcard import scard

from reader.errors import BadCardAnswer, CardFault, CardProblem, ReaderFault, ReaderUnavailable
from reader.port import ReaderProblem

_MEANINGS: dict[str, tuple[ReaderProblem | CardProblem, str]] = {
    "SCARD_W_SECURITY_VIOLATION": (
        ReaderProblem.NO_SERVICE,
        "polkit does not let this user use the smart card service. Install the polkit rule for "
        "the kiosk's user (docs/install.md)",
    ),
    "SCARD_E_NO_ACCESS": (
        ReaderProblem.NO_SERVICE,
        "This user may not open the smart card service's socket. Give it the rights, or remove "
        "the restriction (docs/install.md)",
    ),
    "SCARD_E_NO_SERVICE": (
        ReaderProblem.NO_SERVICE,
        "The smart card service (pcscd) does not run. Start it: systemctl enable --now "
        "pcscd.socket",
    ),
    "SCARD_E_SERVICE_STOPPED": (
        ReaderProblem.NO_SERVICE,
        "The smart card service (pcscd) was stopped. Start it again and see why in its journal",
    ),
    "SCARD_E_SYSTEM_CANCELLED": (
        ReaderProblem.NO_SERVICE,
        "The smart card service ended, as when the PC shuts down. Start it again",
    ),
    "SCARD_E_CANCELLED": (
        ReaderProblem.NO_SERVICE,
        "The smart card service gave the call up. Restart pcscd if it goes on",
    ),
    "SCARD_E_SERVER_TOO_BUSY": (
        ReaderProblem.NO_SERVICE,
        "The smart card service has too many clients. Close other programs that use cards",
    ),
    "SCARD_E_INVALID_HANDLE": (
        ReaderProblem.NO_SERVICE,
        "The smart card service was restarted and knows us no longer. It is asked anew",
    ),
    "SCARD_E_NO_MEMORY": (
        ReaderProblem.NO_SERVICE,
        "The smart card service has no memory left. Restart it, then look what takes the memory",
    ),
    "SCARD_F_COMM_ERROR": (
        ReaderProblem.NO_SERVICE,
        "The connection to the smart card service broke, as when pcscd and its library are of "
        "different versions. Restart pcscd; install both from one release",
    ),
    "SCARD_F_INTERNAL_ERROR": (
        ReaderProblem.NO_SERVICE,
        "The smart card service or the reader's driver failed. Restart pcscd, then unplug the "
        "reader and plug it in again",
    ),
    "SCARD_E_UNSUPPORTED_FEATURE": (
        ReaderProblem.NO_READER,
        "The reader's driver cannot do what cards need. Update it, or use another reader",
    ),
    # In PC/SC lite, 2026, this is the same number as the one before.
    "SCARD_E_UNEXPECTED": (
        ReaderProblem.NO_SERVICE,
        "The reader's driver failed, or cannot do what cards need. Unplug the reader and plug "
        "it in again; update its driver",
    ),
    "SCARD_E_INVALID_VALUE": (
        ReaderProblem.NO_READER,
        "The reader's driver refuses what it is asked. Update it, or use another reader",
    ),
    "SCARD_E_INVALID_PARAMETER": (
        ReaderProblem.NO_READER,
        "The reader's driver does not understand what it is asked. Update it",
    ),
    "SCARD_E_UNKNOWN_READER": (ReaderProblem.NO_READER, "The reader is gone. Plug it in again"),
    "SCARD_E_READER_UNAVAILABLE": (
        ReaderProblem.NO_READER,
        "The reader was unplugged or lost its power. Plug it in again, not through a hub",
    ),
    "SCARD_E_NO_READERS_AVAILABLE": (
        ReaderProblem.NO_READER,
        "No card reader is connected. Plug it in",
    ),
    "SCARD_E_NOT_READY": (
        CardProblem.MUTE,
        "The reader is not ready. Wait, or unplug it and plug it in again",
    ),
    "SCARD_E_COMM_DATA_LOST": (
        CardProblem.MUTE,
        "The reader lost a part of the exchange. Place the card again; if it goes on, change the "
        "reader's cable or port",
    ),
    "SCARD_W_UNRESPONSIVE_CARD": (
        CardProblem.MUTE,
        "The card does not answer. Place it flat on the reader, the right way up; try another",
    ),
    "SCARD_W_UNPOWERED_CARD": (
        CardProblem.MUTE,
        "The card got no power. Place it flat and leave it there",
    ),
    "SCARD_W_UNSUPPORTED_CARD": (CardProblem.MUTE, "The reader cannot speak to this kind of card"),
    "SCARD_E_PROTO_MISMATCH": (
        CardProblem.MUTE,
        "Card and reader know no common protocol. Place the card again; try another reader",
    ),
    "SCARD_E_TIMEOUT": (CardProblem.MUTE, "The card does not answer in time. Place it again, flat"),
    "SCARD_E_SHARING_VIOLATION": (
        CardProblem.BUSY,
        "Another program uses the card. Close that program",
    ),
    "SCARD_E_NO_SMARTCARD": (CardProblem.ABSENT, "No card lies in the reader. Place it"),
    "SCARD_W_REMOVED_CARD": (
        CardProblem.TAKEN,
        "The card was taken from the reader. Place it again",
    ),
    # Nobody else can reset a card that we hold alone: it left the field and came back.
    "SCARD_W_RESET_CARD": (
        CardProblem.TAKEN,
        "The card left the reader for a moment. Place it again",
    ),
}

_NAMES = {getattr(scard, name) & 0xFFFFFFFF: name for name in _MEANINGS}


def code_name(code: int) -> str:
    """For logs: `SCARD_E_NO_SERVICE`, or the digits of a code that is not in the table."""
    return _NAMES.get(code & 0xFFFFFFFF, f"{code & 0xFFFFFFFF:08X}")


def fault_of(code: int) -> ReaderFault:
    """The package's fault for a return code, with cause and remedy in its message."""
    code &= 0xFFFFFFFF
    name = _NAMES.get(code)
    if name is None:
        return BadCardAnswer(f"PC/SC error {code:08X}")
    problem, text = _MEANINGS[name]
    message = f"{text} ({name})."
    if isinstance(problem, ReaderProblem):
        return ReaderUnavailable(problem, message)
    return CardFault(problem, message)


def service_fault_of(code: int) -> ReaderFault:
    """Likewise where the service itself was asked: what is not known is the service's fault."""
    fault = fault_of(code)
    if isinstance(fault, BadCardAnswer):
        text = f"The smart card service answers with error {code & 0xFFFFFFFF:08X}. Restart pcscd."
        return ReaderUnavailable(ReaderProblem.NO_SERVICE, text)
    return fault
