"""`make prove NAME=machine`: a whole computer with the package on it, in QEMU without KVM.

As root. `ARGS="attract pin"` chooses steps; without it all are done, in their order. Each prints a
line for what it showed, and leaves its picture in docs/screens/machine. Image and demo world stay
in build/machine, and are made anew with the package (`make deb`).

The service and the patient with card and finger are outside. Times here say nothing about real
machines: instructions are emulated one by one.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from common.errors import EXIT_FAILED
from consent.port import Item
from kiosk.errors import SetupFault
from kiosk.processor import check_processor
from kiosk.session import screens
from kiosk.session.screens import CardMay, NumberBPart, ScreenModel
from kiosk.staff.acts import Role
from reader.port import ReaderProblem
from simulation.card.content import printed_number
from simulation.card_slot.control import CardSlotHandler
from simulation.card_slot.process import CardSlotProcess
from simulation.people import PEOPLE_FILE, find_person
from simulation.service.config import ServiceConfig
from simulation.service.process import ServiceProcess
from tests.architecture.source_tree import ROOT
from tests.console.conftest import CHROMIUM, ENGLISH, sign_in
from tests.console.desk import DeskWorld, free_port
from tests.packages.debian_root import DIST
from tests.packages.expected_screen import ExpectedScreen, expected_screen, keep
from tests.packages.machine import DISK, LIMIT_S, Hardware, Machine
from tests.packages.machine_image import (
    BY_FACE,
    CAMERA_FEEDER,
    CAMERA_PICTURES,
    CONSOLE_PORT,
    KIOSK_ID,
    Image,
    make_disk,
)
from tests.unit.update.supplier import Supplier, make_update

PICTURES = ROOT / "docs" / "screens" / "machine"
PATIENT = "taro"
NEEDED = {
    "qemu-system-x86_64": "qemu-system-x86",
    "qemu-img": "qemu-utils",
    "mmdebstrap": "mmdebstrap",
    "mkfs.ext4": "e2fsprogs",
    "openssl": "openssl",
    "cc": "build-essential",
    "swtpm": "swtpm",
}
"""Programs and the Debian packages that have them."""

_STATE = "/var/lib/uketsuke/state"
_ALSO = "/etc/uketsuke/conf.d/60-step.toml"
"""What a step changes in the configuration."""

ATTRACT = ScreenModel(screens.Attract(camera_works=True), 0, CardMay.BE_PLACED)
ATTRACT_WITHOUT_SERVICE = ScreenModel(
    screens.Attract(camera_works=True, service_works=False), 0, CardMay.BE_PLACED
)
NO_DAEMON = ScreenModel(screens.OutOfService(ReaderProblem.NO_SERVICE), 0, CardMay.BE_PLACED)
NO_READER = ScreenModel(screens.OutOfService(ReaderProblem.NO_READER), 0, CardMay.BE_PLACED)
CHOICE = ScreenModel(
    screens.ChooseMethod(screens.FaceOffer.UNAVAILABLE, screens.PinOffer.READY, None),
    2,
    CardMay.STAY,
)
PIN = ScreenModel(
    screens.Pin(3, was_wrong=False, confirm_last_try=False, face_offered=False), 2, CardMay.STAY
)
COMPLETED = ScreenModel(screens.Completed(None), 4, CardMay.BE_TAKEN)
QUESTIONS = (
    (Item.MEDICAL_AND_MEDICINES, 3, "agree"),
    (Item.HEALTH_CHECKUPS, 3, "agree"),
    (Item.LIMIT_INFORMATION, 4, "decline"),
)
"""Those that the patient is asked, at which of the steps above, and what they answer."""

LEAST_PROCESSES = 6
"""Of the kiosk: its parent, compositor's child, worker, signer, delivery, and what starts them."""

_FILL_SWAP = """
test -e /swap || { fallocate --length 1G /swap && chmod 0600 /swap && mkswap --quiet /swap; }
grep --quiet /swap /proc/swaps || swapon /swap
head --bytes=2500M /dev/zero | tail > /dev/null
test $(awk '$1 == "/swap" { print $4 }' /proc/swaps) -gt 50000
"""
"""`tail` keeps one line without an end in memory."""
_SWAPPED = "for pid in $(pgrep --uid uketsuke -x uketsuke); do grep VmSwap /proc/$pid/status; done"


CHOICE_WITH_FACE = ScreenModel(
    screens.ChooseMethod(
        screens.FaceOffer.PREPARING, screens.PinOffer.READY, None, number_b_needed=True
    ),
    2,
    CardMay.STAY,
)
ATTRACT_WITHOUT_CAMERA = ScreenModel(screens.Attract(camera_works=False), 0, CardMay.BE_PLACED)

_CAMERA = """[camera]
kind = "opencv"
device = "{device}"
[face]
liveness = "passive"
"""
_LOOPBACK, _VIVID = "/dev/video8", "/dev/video9"
_DESK = f"""[desk]
address = "localhost:{CONSOLE_PORT}"
authority = "pki/service-authority.pem"
"""
_STICK = "/run/stick"
"""Where the key's backup goes."""


class Desk(DeskWorld):
    """The reception's console, a process of this host's, in the image's world."""

    @property
    def pki(self) -> Path:
        return default_image().world.pki


class Facility:
    """The machine with what stands beside it: a service, a reader's slot, somebody with fingers."""

    def __init__(self, image: Image, folder: Path, stack: ExitStack) -> None:
        self._image = image
        self.folder = folder
        self._on = stack.enter_context(ExitStack())
        self._glass: ExpectedScreen = stack.enter_context(expected_screen())
        self._service = stack.enter_context(
            ServiceProcess(
                ServiceConfig(
                    pki_dir=image.world.pki,
                    cards_dir=image.world.cards,
                    people_file=PEOPLE_FILE,
                    database_url=f"sqlite:///{folder / 'service.sqlite'}",
                ),
                log_file=folder / "service.log",
            )
        )
        (folder / "desk").mkdir()
        self.desk = Desk(folder / "desk", free_port(), free_port())
        """Started by who needs it."""
        self.card_slot = CardSlotHandler(folder)
        self.machine: Machine = self._switched_on(Hardware())

    def boot(self, hardware: Hardware | None = None, *, anew: bool = False) -> None:
        """After a power cut, with the disk as it was left then; or `anew`, as it was made."""
        self._on.close()
        if anew:
            (self.folder / DISK).unlink()
        self.machine = self._switched_on(hardware or Hardware())

    def _switched_on(self, hardware: Hardware) -> Machine:
        self.card_slot.remove()
        machine = self._on.enter_context(
            Machine(
                self._image,
                self.folder,
                outside={"SERVICE_PORT": self._service.port, "CONSOLE_PORT": self.desk.kiosks_port},
                hardware=hardware,
            )
        )
        vpcd = ("127.0.0.1", machine.vpcd_port)
        cards = self._image.world.cards
        self._on.enter_context(CardSlotProcess(cards, self.folder, vpcd=vpcd))
        return machine

    def set_up(self, settings: str) -> None:
        """Start the kiosk with these beside the image's."""
        pid = self.kiosk_pid()
        self.machine.do(f"cat > {_ALSO} <<'END'\n{settings}END\n")
        self.machine.do("systemctl restart --no-block uketsuke")
        self.wait_for_another_than(pid)

    def says(self, **expected: object) -> bool:
        """Whether the kiosk's status has these values. Asked as `uketsuke status` does, for which
        a program as large as the kiosk would start each time."""
        ran = self.machine.run(f"echo status | socat -t 60 - UNIX-CONNECT:{_STATE}/control.sock")
        status = json.loads(ran.output) if ran.exit_code == 0 and ran.output else {}
        return all(status.get(name) == value for name, value in expected.items())

    def wait_until_it_says(self, **expected: object) -> None:
        self.machine.wait_for(f"a kiosk with {expected}", lambda: self.says(**expected))

    def wait_until_ready(self) -> None:
        """For the next patient."""
        self.machine.wait_until_it_answers()
        self.machine.set_clock()
        self.wait_until_it_says(
            phase="Idle", readiness="ready", reader_problem=None, service_works=True
        )

    def kiosk_pid(self) -> int:
        """Of the process with the screen; 0 where there is none now."""
        found = self.machine.run("pgrep --full '^[^ ]*/uketsuke run --unwatched'").output.split()
        return int(found[0]) if found else 0

    def wait_for_another_than(self, pid: int) -> None:
        self.machine.wait_for("another kiosk", lambda: self.kiosk_pid() not in (0, pid))

    def wait_for_screen(self, model: ScreenModel) -> None:
        self.machine.set_clock()
        self.machine.wait_for(
            f"the screen {type(model.screen).__name__}",
            lambda: self._glass.is_shown_on(self.machine.picture(), model),
        )

    def wait_for_fault(self, line: str) -> None:
        """Of a kiosk that cannot start."""
        self.machine.wait_for(line, lambda: self._glass.is_fault_on(self.machine.picture(), line))

    def touch(self, model: ScreenModel, control: str) -> None:
        """On that screen, once it stands still."""
        before = self.machine.still_picture()
        self.machine.touch(*self._glass.place_of(model, control))
        self.machine.wait_for(
            f"an answer to a touch of {control}", lambda: (self.machine.picture() != before).any()
        )

    def photograph(self, name: str) -> None:
        keep(self.machine.picture(), PICTURES / f"{name}.png")

    def results(self) -> set[str]:
        return set(self.machine.do("ls /var/lib/uketsuke/results").split())


def attract(facility: Facility) -> Iterator[str]:
    facility.wait_until_ready()
    facility.wait_for_screen(ATTRACT)
    facility.photograph("attract")
    yield "from power-on to the attract screen by itself, as drawn in memory"


def pin(facility: Facility) -> Iterator[str]:
    facility.wait_until_ready()
    before = facility.results()
    receive(facility)
    facility.machine.wait_for("the result's file", lambda: facility.results() > before)
    yield "a session by PIN: virtual card in pcscd, touches of the panel, result in the folder"


def receive(facility: Facility) -> None:
    """A patient with card and PIN, until the card is taken."""
    facility.card_slot.insert(PATIENT)
    facility.wait_for_screen(CHOICE)
    facility.photograph("pin-choice")
    facility.touch(CHOICE, "choosePin")
    facility.wait_for_screen(PIN)
    facility.photograph("pin-keys")
    for digit in find_person(PATIENT).card.pin:
        facility.touch(PIN, f"digit{digit}")
    facility.touch(PIN, "enter")
    answer_questions(facility)
    facility.photograph("pin-completed")
    facility.card_slot.remove()


def answer_questions(facility: Facility) -> None:
    for item, step, answer in QUESTIONS:
        question = ScreenModel(screens.Question(item), step, CardMay.STAY)
        facility.wait_for_screen(question)
        facility.touch(question, answer)
    facility.wait_for_screen(COMPLETED)


def face(facility: Facility) -> Iterator[str]:
    """A camera by v4l2loopback, whose pictures are of a demo person. The numbers printed on the
    card are typed, since no second camera looks at it."""
    facility.wait_until_ready()
    facility.machine.do(
        f"modprobe v4l2loopback exclusive_caps=1 video_nr={_LOOPBACK[-1]} && "
        f"systemd-run --unit=camera {CAMERA_FEEDER} {_LOOPBACK} {CAMERA_PICTURES}"
    )
    facility.set_up(_CAMERA.format(device=_LOOPBACK))
    facility.wait_until_ready()
    before = facility.results()
    facility.card_slot.insert(BY_FACE.key)
    facility.wait_for_screen(CHOICE_WITH_FACE)
    facility.photograph("face-choice")
    facility.touch(CHOICE_WITH_FACE, "chooseFace")
    printed = printed_number(default_image().world.cards, BY_FACE.key)
    for part, digits in zip(NumberBPart, (printed[:6], printed[6:10], printed[10:]), strict=True):
        keys = ScreenModel(screens.NumberB(was_wrong=False, part=part), 2, CardMay.STAY)
        facility.wait_for_screen(keys)
        for digit in digits:
            facility.touch(keys, f"digit{digit}")
        facility.touch(keys, "enter")
    facility.wait_until_it_says(phase="CapturingFace")
    facility.photograph("face-camera")
    answer_questions(facility)
    facility.card_slot.remove()
    facility.machine.wait_for("the result's file", lambda: facility.results() > before)
    yield "a session by face: pictures of Video4Linux, numbers typed, result in the folder"


def camera(facility: Facility) -> Iterator[str]:
    """A camera of the kernel's (vivid), which is pulled out as its driver plays it."""
    facility.wait_until_ready()
    facility.machine.do(f"modprobe vivid vid_cap_nr={_VIVID[-1]}")
    facility.set_up(_CAMERA.format(device=_VIVID))
    facility.wait_until_ready()
    facility.wait_for_screen(ATTRACT)
    facility.machine.do("echo vivid.0 > /sys/bus/platform/drivers/vivid/unbind")
    facility.card_slot.insert(PATIENT)
    facility.wait_until_it_says(phase="ChoosingMethod", camera_works=False)
    facility.photograph("camera-pulled")
    facility.card_slot.remove()
    facility.wait_for_screen(ATTRACT_WITHOUT_CAMERA)
    yield "camera pulled: the next patient is offered the PIN, and the attract screen says so"
    facility.machine.do("echo vivid.0 > /sys/bus/platform/drivers/vivid/bind")
    facility.card_slot.insert(PATIENT)
    facility.wait_until_it_says(phase="ChoosingMethod", camera_works=True)
    facility.card_slot.remove()
    yield "and plugged in: the face is offered again"
    facility.set_up("")


def seal(facility: Facility) -> Iterator[str]:
    """With a TPM 2.0 (swtpm); its own firmware's word on that is missing in a PC without UEFI."""
    facility.boot(Hardware(tpm=True))
    facility.wait_until_ready()
    receive(facility)
    facility.wait_until_ready()
    said = facility.machine.do(
        f"systemctl stop uketsuke && mkdir {_STICK} && "
        f"uketsuke provision seal --backup {_STICK} --tpm /dev/tpmrm0"
    )
    assert "sealed with the TPM" in said, said
    facility.machine.do(
        f"test ! -e {_STATE}/consent.key && systemctl daemon-reload && "
        "systemctl start --no-block uketsuke"
    )
    facility.wait_until_ready()
    said = facility.machine.do(
        f"uketsuke consent verify --state {_STATE} --key {_STICK}/consent.key"
    )
    assert "NOT" not in said, said
    receive(facility)
    yield f"the consents' key sealed with a TPM, which the kiosk runs with; {said.strip()}"
    facility.boot()
    facility.machine.wait_until_it_answers()
    facility.machine.wait_for(
        "a unit that gets no key",
        lambda: "CREDENTIALS" in facility.machine.run("systemctl status uketsuke").output,
    )
    yield "the same disk in a PC without that TPM: no kiosk, and no key"
    facility.boot(anew=True)


def console(facility: Facility) -> Iterator[str]:
    """Its process beside the machine; staff look at it in a browser."""
    facility.wait_until_ready()
    facility.desk.start()
    try:
        facility.set_up(_DESK)
        facility.wait_until_ready()
        number = facility.desk.add_account("Reception", Role.RECEPTION)
        with desk_page(facility.desk, number) as page:
            limit_ms = LIMIT_S * 1000
            expect(page.get_by_role("link", name=KIOSK_ID)).to_be_visible(timeout=limit_ms)
            yield "the machine's kiosk is on the console's page"
            receive(facility)
            row = page.get_by_role("row").filter(has_text=KIOSK_ID).filter(has_text="PIN")
            expect(row.first).to_be_visible(timeout=limit_ms)
            page.screenshot(path=PICTURES / "console.png")
            yield "and so is its patient, once received"
    finally:
        facility.desk.stop()
    facility.set_up("")


@contextmanager
def desk_page(desk: DeskWorld, number: str) -> Iterator[Page]:
    """Signed in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(ignore_https_errors=True, locale=ENGLISH)
        page = context.new_page()
        sign_in(page, desk, number)
        yield page
        browser.close()


def power_cut(facility: Facility) -> Iterator[str]:
    """In the middle of a session."""
    facility.wait_until_ready()
    facility.card_slot.insert(PATIENT)
    facility.wait_for_screen(CHOICE)
    facility.boot()
    facility.wait_until_ready()
    said = facility.machine.do(f"uketsuke consent verify --state {_STATE}")
    assert "NOT" not in said, said
    yield f"power cut in a session: it boots by itself; the ledger: {said.strip()}"
    receive(facility)
    yield "the next patient is received"


def _comes_back_after(facility: Facility, signal: str) -> None:
    facility.wait_until_ready()
    pid = facility.kiosk_pid()
    facility.machine.do(f"kill -{signal} {pid}")
    facility.wait_for_another_than(pid)
    facility.wait_until_ready()
    facility.wait_for_screen(ATTRACT)


def killed(facility: Facility) -> Iterator[str]:
    _comes_back_after(facility, "KILL")
    yield "the kiosk's process killed: it is back on the attract screen"


def frozen(facility: Facility) -> Iterator[str]:
    _comes_back_after(facility, "STOP")
    assert "kiosk_frozen" in facility.machine.do("journalctl --boot --identifier=uketsuke")
    yield "the kiosk's process frozen: it is ended and back; the journal says kiosk_frozen"


def network(facility: Facility) -> Iterator[str]:
    facility.wait_until_ready()
    facility.machine.plug_cable(is_in=False)
    facility.wait_until_it_says(service_works=False)
    facility.wait_for_screen(ATTRACT_WITHOUT_SERVICE)
    facility.photograph("network-cut")
    yield "network cable pulled: the attract screen says so before a patient puts a card down"
    facility.machine.plug_cable(is_in=True)
    facility.wait_until_it_says(service_works=True)
    facility.wait_for_screen(ATTRACT)
    yield "and plugged in: it receives again by itself"


def reader(facility: Facility) -> Iterator[str]:
    facility.wait_until_ready()
    facility.machine.do("systemctl stop pcscd.socket pcscd.service")
    facility.wait_for_screen(NO_DAEMON)
    facility.photograph("reader-gone")
    yield "pcscd and its reader gone: out of service, on the screen"
    facility.machine.do("systemctl start pcscd.socket")
    facility.wait_until_ready()
    facility.wait_for_screen(ATTRACT)
    yield "and there again: it receives again by itself"


def usb_reader(facility: Facility) -> Iterator[str]:
    """As on a kiosk: no virtual reader, any name; the reader is a USB device (CCID) of QEMU's. It
    speaks T=0 only, so no card is put in."""
    facility.wait_until_ready()
    facility.machine.do(
        "mv /etc/reader.conf.d/vpcd /var/tmp && "
        f"printf '[reader]\\nname_pattern = \"\"\\n' > {_ALSO} && "
        "systemctl restart pcscd && systemctl restart --no-block uketsuke"
    )
    facility.wait_for_screen(NO_READER)
    facility.machine.plug("usb-ccid", "reader")
    facility.wait_for_screen(ATTRACT)
    yield "a USB reader plugged in: it receives by itself"
    facility.machine.unplug("reader")
    facility.wait_for_screen(NO_READER)
    facility.photograph("usb-reader-pulled")
    yield "and pulled out: out of service, on the screen"
    facility.machine.plug("usb-ccid", "reader")
    facility.wait_for_screen(ATTRACT)
    yield "and plugged in again: it receives by itself"
    facility.machine.unplug("reader")
    facility.machine.do(
        f"mv /var/tmp/vpcd /etc/reader.conf.d && rm {_ALSO} && "
        "systemctl restart pcscd && systemctl restart --no-block uketsuke"
    )


def update(facility: Facility) -> Iterator[str]:
    """The versions come on a second disk."""
    facility.boot(Hardware(disks=(_disk_of_versions(facility.folder),)))
    facility.wait_until_ready()
    facility.machine.do(
        "mount -o ro /dev/vdb /mnt && cp /mnt/supplier.pem /etc/uketsuke/update-keys/"
    )
    said = facility.machine.do("uketsuke update apply /mnt/good.tar --limit-s 300")
    assert "Version 99.0 runs." in said, said
    facility.wait_until_ready()
    facility.wait_for_screen(ATTRACT)
    facility.photograph("update")
    yield "a signed version is applied and receives patients"
    ran = facility.machine.run("uketsuke update apply /mnt/bad.tar")
    assert ran.exit_code == EXIT_FAILED, ran
    assert "the version before runs again" in ran.output, ran
    facility.wait_until_ready()
    yield "one that gives no sign of life is followed by the one before"
    facility.machine.do("uketsuke update rollback")
    facility.wait_until_ready()
    assert "99.0" not in facility.machine.do("uketsuke update status | grep ^current")
    yield "uketsuke update rollback goes back to the package's own copy"


def _disk_of_versions(folder: Path) -> Path:
    """A good one, of the bundle in dist/, one that hangs, and the supplier's public key."""
    disk = folder / "versions.ext4"
    with tempfile.TemporaryDirectory(prefix="uketsuke-versions-") as name:
        there = Path(name)
        supplier = Supplier(there)
        supplier.introduce(there)
        bad = supplier.make("99.1", program="#!/bin/sh\nexec sleep 1000\n")
        good = make_update.make(
            DIST, there / "key.pem", there, named="99.0", goes_on_from=make_update.GOES_ON_FROM
        )
        bad.rename(there / "bad.tar")
        good.rename(there / "good.tar")
        make_disk(there, disk, "1G")
    return disk


def swap(facility: Facility) -> Iterator[str]:
    facility.wait_until_ready()
    facility.machine.do(_FILL_SWAP)
    swapped = [int(line.split()[1]) for line in facility.machine.do(_SWAPPED).splitlines()]
    assert len(swapped) >= LEAST_PROCESSES, swapped
    assert not any(swapped), swapped
    yield f"memory full, others are swapped out: of {len(swapped)} processes of ours nothing is"


def clock(facility: Facility) -> Iterator[str]:
    """Booted in 2030, when certificates have ended."""
    facility.boot(Hardware(clock="2030-01-01T00:00:00"))
    facility.machine.wait_until_it_answers()
    facility.wait_until_it_says(phase="Idle", service_works=False)
    facility.photograph("clock")
    yield "a clock that is years ahead at boot: the kiosk runs, and says that the service is away"
    facility.wait_until_ready()
    facility.wait_for_screen(ATTRACT)
    yield "the clock set right: it receives by itself"


def processor(facility: Facility) -> Iterator[str]:
    """Without AVX, and a kiosk that is to find faces."""
    facility.wait_until_ready()
    facility.machine.do(f"printf '[camera]\nkind = \"opencv\"\n' > {_ALSO}; sync")
    facility.boot(Hardware(processor="Westmere"))
    facility.wait_for_fault(_said_without_avx())
    facility.photograph("processor")
    yield "a processor without AVX: the screen says so, and what to do"
    facility.machine.do(f"rm {_ALSO}; sync")
    facility.boot()


def _said_without_avx() -> str:
    with tempfile.NamedTemporaryFile("w") as cpuinfo:
        cpuinfo.write("flags : sse sse2\n")
        cpuinfo.flush()
        try:
            check_processor(Path(cpuinfo.name))
        except SetupFault as fault:
            return str(fault)
    raise AssertionError("it is not looked for")


STEPS: Mapping[str, Callable[[Facility], Iterator[str]]] = {
    "attract": attract,
    "pin": pin,
    "power-cut": power_cut,
    "killed": killed,
    "frozen": frozen,
    "network": network,
    "console": console,
    "reader": reader,
    "face": face,
    "camera": camera,
    "usb-reader": usb_reader,
    "update": update,
    "seal": seal,
    "swap": swap,
    "clock": clock,
    "processor": processor,
}


def default_image() -> Image:
    return Image(ROOT / "build" / "machine")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*", help=f"of {' '.join(STEPS)}; without any: all")
    chosen = parser.parse_args().steps or list(STEPS)
    missing = sorted(NEEDED[program] for program in NEEDED if shutil.which(program) is None)
    if os.geteuid() != 0 or missing:
        print(f"This needs root, and: apt-get install {' '.join(missing)}", file=sys.stderr)
        return 2
    image = default_image()
    if not image.is_current():
        print("Making the image (some minutes) ...", flush=True)
        image.make()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="uketsuke-machine-") as name, ExitStack() as stack:
        facility = Facility(image, Path(name), stack)
        done = [is_done(facility, step) for step in chosen]
    return 0 if all(done) else EXIT_FAILED


def is_done(facility: Facility, step: str) -> bool:
    """Whether the step showed what it is to show; if not, its last screen stays in build/machine,
    and the next one begins with a new machine."""
    try:
        for line in STEPS[step](facility):
            print(f"ok   {step}: {line}", flush=True)
    except (AssertionError, OSError) as failure:
        print(f"FAIL {step}: {failure}", flush=True)
        with suppress(OSError):
            keep(facility.machine.picture(), ROOT / "build" / "machine" / f"failed-{step}.png")
        facility.boot(anew=True)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
