"""What PC/SC answers in the field: each code has its own cause and remedy."""

import pytest
from smartcard import scard

from reader import pcsc
from reader.errors import ReaderFault, ReaderUnavailable
from reader.pcsc_codes import fault_of

FIELD = (
    "SCARD_W_SECURITY_VIOLATION",
    "SCARD_E_NO_ACCESS",
    "SCARD_E_NO_SERVICE",
    "SCARD_E_SERVICE_STOPPED",
    "SCARD_F_COMM_ERROR",
    "SCARD_F_INTERNAL_ERROR",
    "SCARD_E_COMM_DATA_LOST",
    "SCARD_E_NO_MEMORY",
    "SCARD_E_NOT_READY",
    "SCARD_E_SHARING_VIOLATION",
    "SCARD_W_UNRESPONSIVE_CARD",
    "SCARD_W_UNPOWERED_CARD",
    "SCARD_W_RESET_CARD",
    "SCARD_W_REMOVED_CARD",
    "SCARD_E_READER_UNAVAILABLE",
    "SCARD_E_NO_SMARTCARD",
    "SCARD_E_PROTO_MISMATCH",
    "SCARD_E_INVALID_VALUE",
    "SCARD_E_INVALID_HANDLE",
    "SCARD_E_UNSUPPORTED_FEATURE",
    "SCARD_E_SERVER_TOO_BUSY",
    "SCARD_E_CANCELLED",
    "SCARD_E_UNEXPECTED",
)


def code_of(name: str) -> int:
    return int(getattr(scard, name))


def test_no_two_codes_say_the_same() -> None:
    told = {str(fault_of(code_of(name))).rsplit(" (", 1)[0] for name in FIELD}
    assert len(told) == len({code_of(name) for name in FIELD})


@pytest.mark.parametrize("name", FIELD)
def test_the_start_names_the_code(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scard, "SCardEstablishContext", lambda _scope: (code_of(name), 0))
    with pytest.raises(ReaderFault) as refused:
        pcsc.check_service()
    assert str(refused.value) == str(fault_of(code_of(name)))


def test_a_code_nobody_knows_is_told_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scard, "SCardEstablishContext", lambda _scope: (0x80100099, 0))
    with pytest.raises(ReaderUnavailable, match="80100099"):
        pcsc.check_service()
