"""Good examples to begin with: of a demo card's own bytes, and of what our parts write."""

from pathlib import Path

from kiosk.desk_link.messages import (
    FROM_CONSOLE,
    FROM_KIOSK,
    TIDINGS,
    Command,
    Done,
    Hello,
    Kept,
    Outcome,
    Told,
    TryQueueAgain,
    write_act,
)
from kiosk.session.events import CardRead, PinRejected
from kiosk.staff.acts import Reset, ShowMessage
from kiosk.worker import messages
from simulation.card.content import CardContent, load_content
from tests.console.desk import reception
from tests.flow.session.story import CARD
from tests.unit.qualification.test_oqs_xml import SAMPLE
from tests.unit.reader.malformed import record_of
from tests.unit.reader.photos import drawn_world

ROOT = Path(__file__).resolve().parents[3]


def demo_card() -> CardContent:
    """Hanako's."""
    return load_content(drawn_world() / "cards", "hanako")


def seeds(content: CardContent) -> dict[str, list[bytes]]:
    """By the names of `targets`."""
    files = [file.content for each in content.applications for file in each.files.values()]
    record, key = _face_files(content)
    written = messages.WIRES.from_child.written
    commands = [command for command, _ in record_of(content)]
    told = TIDINGS.written(reception("s1"))
    return {
        "objects-of-a-card": files,
        "face-record": [len(record).to_bytes(2, "big") + record + key],
        "certificate": [file for file in files if file.startswith(b"\x30\x82")],
        "photo": [content.surface.photo],
        "answer-of-the-service": [SAMPLE.encode()],
        "configuration": [(ROOT / "packaging" / "uketsuke.toml").read_bytes()],
        "words-of-a-child": [
            written(CardRead("s1", CARD)),
            written(PinRejected("s1", 1, 2)),
            b"Condition {}",
            b"FaceObserved " + b"{" * 2000,
        ],
        "command-to-a-card": commands,
        "messages-of-vpcd": [
            b"".join(len(each).to_bytes(2, "big") + each for each in [b"\x01", *commands[:5]])
        ],
        "line-of-a-kiosk": [
            FROM_KIOSK.written(Hello("kiosk-1", "1312345678", "channel", {"lapsed": "Desk 2"})),
            FROM_KIOSK.written(Told(1, told.decode())),
            FROM_KIOSK.written(Done(1, Outcome.DONE)),
            told,
        ],
        "line-of-the-console": [
            FROM_CONSOLE.written(Command("kiosk-1", "channel", 1, 5, "001", None, "{}")),
            FROM_CONSOLE.written(Kept(1)),
            *(write_act(each).encode() for each in (Reset(), ShowMessage("a"), TryQueueAgain())),
        ],
        "request-to-the-console": [
            b"/?seen=1",
            b"/search\nwanted=%E3%81%82",
            b"/print",
            b"/audit",
            b"/rows\nseen=1",
            b"/slip\nrow=1",
            b"/kiosks/kiosk-1\nact=show-message&text=a",
            b"/kiosks/kiosk-1\nact=take-out-of-service&reason=break&session=s1",
            b"/language/ja",
            b"/static/../console.py",
        ],
    }


def _face_files(content: CardContent) -> tuple[bytes, bytes]:
    """EF 0002 and EF 0004 of 券面事項確認AP."""
    for application in content.applications:
        files = application.files
        if 0x0002 in files and files[0x0002].content.startswith(b"\xff\x20"):
            return files[0x0002].content, files[0x0004].content
    raise LookupError("this card has no face record")
