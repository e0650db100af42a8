"""What the desk hears of a reception on its way: that it waits, what it says, that it arrived."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from common.certificate_dates import CertificateStanding
from common.decisions import Decision, Given
from consent.outbox import SqliteOutbox
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.reports import Reports
from kiosk.delivery.results import Results
from kiosk.desk_link.messages import Reception, ReceptionState, Tiding
from kiosk.desk_link.tidings import QueuedDesk
from qualification.errors import RefusalCode, Refused, ServiceUnreachable
from qualification.port import IdentityMethod, QualificationService
from qualification.result_folder import ResultFolder
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger
from tests.unit.delivery.test_delivery import Service


class Told:
    """A kiosk's delivery, with all that its desk was told."""

    def __init__(self, folder: Path, outbox: SqliteOutbox) -> None:
        self.tidings: list[Tiding] = []
        self.service = Service()
        self._folder = folder
        self._outbox = outbox
        (folder / "results").mkdir()
        self._desk = QueuedDesk(self.tidings.append, lambda result: None)

    def receive(self, name: str) -> None:
        decisions = {"surgery": Given(Decision.AGREED, datetime.now(UTC))}
        conclusion = Conclusion(
            f"service-{name}", decisions, name, IdentityMethod.PIN, CertificateStanding.GRACE
        )
        with open_ledger(self._folder) as ledger:
            ledger.post(name, conclusion.to_bytes())

    def work(self) -> list[tuple[str, ReceptionState]]:
        """What is new at the desk after it."""
        before = len(self.tidings)
        service = cast(QualificationService, self.service)
        Reports(self._outbox, service, desk=self._desk).tell_all()
        folder = ResultFolder(self._folder / "results", "1312345678", self._folder / "mount.json")
        Results(self._outbox, folder, lambda key, name: None, desk=self._desk).deliver_all()
        new = [each for each in self.tidings[before:] if isinstance(each, Reception)]
        return [(each.session_id, each.state) for each in new]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    with closing(SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))) as outbox:
        yield Told(tmp_path, outbox)


def test_it_is_told_whole_and_then_that_it_has_arrived(told: Told) -> None:
    told.receive("a")
    assert told.work() == [
        ("a", ReceptionState.WAITS_FOR_FOLDER),
        ("a", ReceptionState.DELIVERED),
    ]
    first, second = (each for each in told.tidings if isinstance(each, Reception))
    assert (first.method, first.certificate) == (IdentityMethod.PIN, CertificateStanding.GRACE)
    assert first.decisions == {"surgery": Decision.AGREED}
    assert second.file_name is not None
    assert second.file_name.endswith(".xml")


def test_what_waits_for_the_service_is_told_once_and_so_is_all_behind_it(told: Told) -> None:
    told.receive("a")
    told.receive("b")
    told.service.fault = ServiceUnreachable("https://nowhere")
    assert told.work() == [
        ("a", ReceptionState.WAITS_FOR_SERVICE),
        ("b", ReceptionState.WAITS_FOR_SERVICE),
    ]
    assert told.work() == []


def test_what_the_service_refuses_is_told(told: Told) -> None:
    told.receive("a")
    told.service.fault = Refused(RefusalCode.SESSION_UNKNOWN)
    assert told.work() == [("a", ReceptionState.REFUSED)]


def test_a_message_of_an_earlier_version_is_read(told: Told) -> None:
    earlier = b'{"service_session": "s", "decisions": [], "patient": "p"}'
    assert Conclusion.from_bytes(earlier) == Conclusion("s", {}, "p")
