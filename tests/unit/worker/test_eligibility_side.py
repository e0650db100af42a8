"""What the online side of a session keeps, asks and tells, with a real ledger."""

import queue
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import cast

import pytest

from common.certificate_dates import CertificateStanding
from common.decisions import Decision, Decisions, Given
from consent.export import ExportFormat, export
from consent.face_tries import FREE_TRIES, SqliteFaceTries
from consent.outbox import SqliteOutbox
from consent.port import Answer, ConsentLedger, Item, MessageState
from kiosk.delivery.conclusion import Conclusion
from kiosk.session import effects
from kiosk.session.events import (
    ConsentStored,
    EligibilityFailed,
    EligibilityKnown,
    FaceOfferKnown,
    ServiceSlow,
)
from kiosk.session.screens import FaceOffer, Notice, StopReason
from kiosk.signer.card_link import CardLink
from kiosk.signer.eligibility_side import EligibilitySide, eligibility_of
from kiosk.signer.face_limit import FaceLimit
from kiosk.signer.messages import Figures, FromSigner
from kiosk.signer.parts import MeteredService
from kiosk.worker.messages import Begin
from qualification.errors import ServiceUnreachable
from qualification.port import (
    Authenticated,
    CallWatcher,
    Challenge,
    IdentityMethod,
    Qualification,
    Validity,
)
from tests.unit.consent.ledgers import FIRST_DAY, key_file, ledger_path, open_ledger
from tests.unit.worker.fakes import ShownCard, signer_parts

SOON_S = 60
NOTHING: frozenset[Item] = frozenset()
SAID_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Service:
    service_ms = 0.0

    def __init__(self) -> None:
        self.registered = False
        self.unreachable = False
        self.watcher: CallWatcher | None = None

    def watch(self, watcher: CallWatcher) -> None:
        self.watcher = watcher

    def challenge(self) -> Challenge:
        return Challenge("c", bytes(32), datetime(2999, 1, 1, tzinfo=UTC))

    def authenticate(self, *_arguments: object) -> Authenticated:
        return Authenticated("service-session", self.registered, CertificateStanding.VALID)

    def register(self, session_id: str) -> None:
        if self.unreachable:
            raise ServiceUnreachable("https://nowhere")
        self.registered = True

    def qualify(self, session_id: str) -> Qualification:
        return Qualification(Validity.VALID, date(1975, 5, 5))


class Counter:
    """The side, and who hears what it says."""

    def __init__(self, folder: Path, ledger: ConsentLedger) -> None:
        self.folder = folder
        self.service = Service()
        self._said: queue.SimpleQueue[FromSigner] = queue.SimpleQueue()
        begin = Begin("s1", "Reader", reads_photo=True)
        self.shown = ShownCard()
        card = cast(CardLink, self.shown)
        self.tries = SqliteFaceTries(ledger_path(folder), key_file(folder))
        self.face = FaceLimit(self.tries, begin, self._said.put, card)
        self.side = EligibilitySide(
            replace(
                signer_parts("good"),
                service=cast(MeteredService, self.service),
                ledger=lambda: ledger,
            ),
            begin,
            self._said.put,
            card,
            self.face,
        )

    def hear(self) -> FromSigner:
        while isinstance(said := self._said.get(timeout=SOON_S), Figures):
            pass
        return said

    def kept(self) -> list[str]:
        out = StringIO()
        end = datetime(2999, 1, 1, tzinfo=UTC)
        keys, path = key_file(self.folder), ledger_path(self.folder)
        export(path, keys, out, start=FIRST_DAY, end=end, form=ExportFormat.CSV)
        return [",".join(line.split(",")[8:10]) for line in out.getvalue().splitlines()[1:]]

    def message(self) -> Decisions | None:
        with closing(SqliteOutbox(ledger_path(self.folder), key_file(self.folder))) as outbox:
            message = outbox.first(MessageState.REPORT)
        return None if message is None else Conclusion.from_bytes(message.content).decisions


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    with open_ledger(tmp_path) as ledger:
        yield Counter(tmp_path, ledger)


def said(item: Item, decision: Decision) -> Answer:
    return Answer(item, decision, item.value, "1", "ja", SAID_AT)


REGISTER = effects.Register("s1", 1, IdentityMethod.PIN, said(Item.REGISTRATION, Decision.AGREED))


def test_a_registration_is_kept_before_it_is_made(counter: Counter) -> None:
    counter.service.unreachable = True
    counter.side.register(REGISTER)
    assert counter.hear() == EligibilityFailed("s1", 1, StopReason.SERVICE_UNREACHABLE)
    assert counter.kept() == ["registration,agreed"]
    counter.service.unreachable = False
    counter.side.register(REGISTER)
    assert isinstance(counter.hear(), EligibilityKnown)
    assert counter.service.registered


def test_a_registration_that_cannot_be_kept_is_not_made(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        counter = Counter(tmp_path, ledger)
    counter.side.register(REGISTER)  # The ledger is closed by now.
    assert counter.hear() == EligibilityFailed("s1", 1, StopReason.CONSENT_NOT_STORED)
    assert not counter.service.registered


def test_declining_to_register_is_kept_and_nothing_is_reported(counter: Counter) -> None:
    declined = (said(Item.REGISTRATION, Decision.DECLINED),)
    counter.side.store(effects.StoreConsent("s1", 2, IdentityMethod.PIN, declined, report=False))
    assert counter.hear() == ConsentStored("s1", 2)
    assert counter.kept() == ["registration,declined"]
    assert counter.message() is None


def test_every_answer_goes_into_the_ledger_and_on_its_way_to_the_service(
    counter: Counter,
) -> None:
    answers = (
        said(Item.MEDICINES, Decision.AGREED),
        said(Item.MEDICAL_CARE, Decision.DECLINED),
        said(Item.SURGERY, Decision.AGREED),
        said(Item.PRESCRIPTION, Decision.DECLINED),
        said(Item.SUBSIDY, Decision.AGREED),
    )
    counter.side.store(effects.StoreConsent("s1", 1, IdentityMethod.FACE, answers))
    assert counter.hear() == ConsentStored("s1", 1)
    assert counter.kept() == [f"{a.item.value},{a.decision.value}" for a in answers]
    assert counter.message() == {a.item: Given(a.decision, SAID_AT) for a in answers}


def test_what_a_rule_provides_is_kept_and_told_as_such(counter: Counter) -> None:
    limit = (Item.LIMIT_INFORMATION,)
    counter.side.store(
        effects.StoreConsent("s1", 1, IdentityMethod.PIN, (), provided=limit, rule="a-rule")
    )
    assert counter.hear() == ConsentStored("s1", 1)
    assert counter.kept() == ["limit_information,provided_by_rule"]
    decisions = counter.message()
    assert decisions is not None
    given = decisions[Item.LIMIT_INFORMATION]
    assert (given.decision, given.rule) == (Decision.BY_RULE, "a-rule")


def test_a_match_counts_only_for_a_try_that_could_be_made(counter: Counter) -> None:
    counter.side.query(1, IdentityMethod.FACE)
    assert counter.hear() == EligibilityFailed("s1", 1, StopReason.CARD_UNREADABLE)
    counter.face.count(2)
    counter.side.query(3, IdentityMethod.FACE)
    assert isinstance(counter.hear(), EligibilityKnown)
    assert counter.shown.may_try == [2]


def test_after_too_many_tries_no_match_is_signed_for_but_the_pin_is(counter: Counter) -> None:
    for request_id in range(FREE_TRIES + 1):
        counter.face.count(request_id)
    assert counter.hear() == FaceOfferKnown("s1", FaceOffer.TOO_OFTEN)
    assert counter.shown.may_try == list(range(FREE_TRIES))
    counter.side.query(11, IdentityMethod.FACE)
    assert counter.hear() == EligibilityFailed("s1", 11, StopReason.CARD_UNREADABLE)
    counter.side.query(12, IdentityMethod.PIN)
    assert isinstance(counter.hear(), EligibilityKnown)
    counter.face.count(13)
    counter.side.query(14, IdentityMethod.FACE)
    assert isinstance(counter.hear(), EligibilityKnown)


def test_a_call_that_takes_longer_is_told(counter: Counter) -> None:
    counter.side.prefetch()
    counter.side.query(1, IdentityMethod.PIN)
    counter.hear()
    assert counter.service.watcher is not None
    counter.service.watcher.on_slow()
    assert counter.hear() == ServiceSlow("s1")
    counter.service.watcher.on_retry(2, 200)
    assert counter.hear() == ServiceSlow("s1")


@pytest.mark.parametrize(
    ("validity", "valid", "notice"),
    [
        (Validity.VALID, True, None),
        (Validity.INVALID, False, None),
        (Validity.INVALID_NEWER_EXISTS, True, Notice.NEW_QUALIFICATION_EXISTS),
        (Validity.SEVERAL, True, None),
        (Validity.VALID_UNREGISTERED, True, Notice.NO_MEDICAL_TICKET),
    ],
)
def test_who_is_insured_goes_on(validity: Validity, valid: bool, notice: Notice | None) -> None:
    answer = Qualification(validity, date(1990, 11, 25))
    found = eligibility_of(answer, NOTHING, date(2026, 11, 24))
    assert (found.valid, found.notice, found.checkups_apply) == (valid, notice, False)


def test_who_has_no_qualification_at_all_does_not_go_on() -> None:
    nothing = Qualification(Validity.NONE, None)
    assert not eligibility_of(nothing, NOTHING, date(2026, 11, 24)).valid
