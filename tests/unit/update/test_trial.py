"""A new version has one start to show that it receives patients; else the former one is back."""

import sys
import time
from pathlib import Path

import pytest

from kiosk.update.change import start_anew
from kiosk.update.versions import Choice, Trial, Versions
from kiosk.watchdog import EXIT_LEFT, watch
from tests.unit.update.supplier import write_program

LIMIT_S = 3.0
SHORT_S = 1.5

KIOSK = f"""#!{sys.executable}
import sys, time
from pathlib import Path
from kiosk.notify import ALIVE, READY, RECEIVES_PATIENTS, Notifier
from kiosk.update.versions import Trial, Versions
name, manner = NAME, MANNER
life = Notifier()
with open(sys.argv[1] + "/lives", "a") as lives:
    print(name, file=lives)
folder = Path(sys.argv[1])
if manner == "ends":
    sys.exit(2)
life.tell(ALIVE, READY)
if manner == "receives":
    life.tell(RECEIVES_PATIENTS)
    versions = Versions(folder / "versions", folder / "version.toml", folder / "package")
    while versions.choice().trial is not Trial.NONE:
        time.sleep(0.01)  # Its parent notes it in that file.
    sys.exit({EXIT_LEFT})
while True:
    life.tell(ALIVE)
    time.sleep(0.1)  # A sign of life now and then, as a kiosk gives.
"""


def put(versions: Versions, version: str, manner: str) -> None:
    program = KIOSK.replace("NAME", repr(version)).replace("MANNER", repr(manner))
    write_program(versions.place(version), program)


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    versions = Versions(tmp_path / "versions", tmp_path / "version.toml", tmp_path / "package")
    put(versions, "", "receives")
    put(versions, "0.2.0", "receives")
    return versions


def lives(versions: Versions) -> list[str]:
    """What the parent started, until one was left on purpose."""
    folder = versions.choice_file.parent
    assert watch(versions, [str(folder)]) == EXIT_LEFT
    return (folder / "lives").read_text().split("\n")[:-1]


def test_one_that_receives_patients_stays(versions: Versions) -> None:
    put(versions, "0.3.0", "receives")
    versions.choose(Choice("0.3.0", "0.2.0", Trial.NEW, 60))
    assert lives(versions) == ["0.3.0"]
    assert versions.choice() == Choice("0.3.0", "0.2.0", Trial.NONE, 60)


def test_one_that_draws_and_never_receives_goes_within_its_limit(versions: Versions) -> None:
    put(versions, "0.3.0", "draws only")
    versions.choose(Choice("0.3.0", "0.2.0", Trial.NEW, SHORT_S))
    assert lives(versions) == ["0.3.0", "0.2.0"]
    assert versions.choice() == Choice("0.2.0", "", Trial.NONE, failed="0.3.0")


def test_one_that_ends_is_followed_at_once(versions: Versions) -> None:
    put(versions, "0.3.0", "ends")
    versions.choose(Choice("0.3.0", "0.2.0", Trial.NEW, 60))
    assert lives(versions) == ["0.3.0", "0.2.0"]


def test_one_that_this_machine_cannot_start(versions: Versions) -> None:
    write_program(versions.place("0.3.0"), "\x7fELF of another machine")
    versions.choose(Choice("0.3.0", "", Trial.NEW, 60))
    assert lives(versions) == [""]
    assert versions.choice().failed == "0.3.0"


def test_a_power_cut_before_it_passed_goes_back(versions: Versions) -> None:
    put(versions, "0.3.0", "receives")
    versions.choose(Choice("0.3.0", "0.2.0", Trial.NEW, 60))
    versions.next()  # And nothing more: the power was cut.
    assert lives(versions) == ["0.2.0"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b'current = "0.9.9"\nformer = "0.8.0"\ntrial = ""\nlimit_s = 60.0\nfailed = ""\n',
        b'current = "../x"\nformer = ""\ntrial = ""\nlimit_s = 60.0\nfailed = ""\n',
        b'current = "0.2.0"\nformer = ""\ntrial = "perhaps"\nlimit_s = 60.0\nfailed = ""\n',
        b'current = "0.2.0"\nformer = ""\ntrial = ""\nlimit_s = 0.0\nfailed = ""\n',
    ],
)
def test_a_choice_that_means_nothing_starts_the_package(versions: Versions, content: bytes) -> None:
    versions.choice_file.write_bytes(content)
    assert lives(versions) == [""]


def test_a_choice_that_cannot_be_noted_is_not_tried(
    versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(versions, "0.3.0", "receives")
    versions.choose(Choice("0.3.0", "0.2.0", Trial.NEW, 60))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.update.versions.replace_whole", full)
    assert versions.next().command == [str(versions.place("0.2.0") / "uketsuke")]


def test_where_no_kiosk_runs_nothing_is_waited_for(tmp_path: Path) -> None:
    before = time.monotonic()
    assert not start_anew(tmp_path, wait_s=300)
    assert time.monotonic() - before < 60
