"""Whose fault it is: one line for the world's, an exit code of its own for ours."""

import errno

import pytest

from common.decisions import from_list
from common.errors import EXIT_BUG, EXIT_CANNOT, Bug, Fault, complaint_of, where
from kiosk.cli import main as command


def test_a_fault_says_what_happened_and_what_to_do() -> None:
    fault = Fault("The folder is full.", "Make room.")
    assert complaint_of(fault) == "The folder is full. Make room."


def test_a_full_disk_is_the_worlds_wherever_it_is_met() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "/data/log")
    assert complaint_of(full) == (
        "/data/log: No space left on device. Make room on that disk, or give the rights to it."
    )


def test_a_library_that_the_system_lacks_is_named() -> None:
    """As the loader words it; an import of our own that fails stays a bug."""
    missing = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    said = complaint_of(missing)
    assert said is not None
    assert said.startswith("The library libEGL.so.1 is missing")
    assert complaint_of(ImportError("cannot import name 'x'")) is None


def test_a_bug_is_nobodys_to_mend_but_ours() -> None:
    assert complaint_of(Bug("an empty nonce proves nothing")) is None
    assert complaint_of(KeyError("x")) is None


def test_where_it_happened_is_told_and_not_what() -> None:
    with pytest.raises(ValueError, match="secret") as raised:
        from_list([{"item": "x", "decision": "secret", "at": ""}])
    told = where(raised.value)
    assert told.startswith("common.decisions:")
    assert "secret" not in told


@pytest.mark.parametrize(("error", "code"), [(Fault("No."), EXIT_CANNOT), (Bug("No."), EXIT_BUG)])
def test_a_command_ends_with_the_code_for_it(
    error: Exception, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(group: str) -> None:
        raise error

    monkeypatch.setattr(command, "entry_points", fails)  # The first thing that it does.
    with pytest.raises(SystemExit) as end:
        command.main()
    assert end.value.code == code
