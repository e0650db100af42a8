"""Ledger, service and result say the same of each consent, and nobody claims one more."""

import queue
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from common.certificate_dates import CertificateStanding
from common.decisions import Decision, Decisions
from consent.outbox import SqliteOutbox
from consent.port import Item
from kiosk.delivery.reports import Reports
from kiosk.delivery.results import Results
from kiosk.session import effects, events, intents, screens
from kiosk.session.events import ConsentStored, EligibilityKnown
from kiosk.session.flow import ASKED_OF_SOME, FlowName, FlowProfile, flow_profile
from kiosk.signer.card_link import CardLink
from kiosk.signer.eligibility_side import EligibilitySide
from kiosk.signer.face_limit import FaceLimit
from kiosk.signer.messages import Figures, FromSigner
from kiosk.signer.parts import MeteredService
from kiosk.worker.messages import Begin
from qualification.client import HttpsQualificationService
from qualification.port import Challenge, IdentityMethod, IdentityProof, PhoneProof
from qualification.result_folder import ResultFolder
from reader.port import Carrier
from simulation.rehearsal.records import at_service, contradictions, in_ledger
from simulation.service.process import ServiceProcess
from tests.flow.session.story import CARD, RULES, Story, answer, pin
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger
from tests.unit.qualification.cards import Card
from tests.unit.qualification.world import FACILITY, World, connected, make_world
from tests.unit.worker.fakes import signer_parts

SOON_S = 60
ALONE = [item for item in Item if item not in (Item.REGISTRATION, Item.ALL)]
HAS = {Item.DISPENSING: "josei", Item.SUBSIDY: "josei", Item.SPECIFIC_DISEASE: "tokutei"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def client(world: World) -> Iterator[HttpsQualificationService]:
    with (
        ServiceProcess(world.service_config) as service,
        connected(replace(world.client_config(service.url), prescriptions=True)) as client,
    ):
        yield client


class Said:
    """What is recorded of one reception, and the result."""

    def __init__(self, ledger: Decisions, service: Decisions, result: Path) -> None:
        assert list(contradictions(ledger, service, result)) == []
        self.ledger = ledger
        self.result = result.read_text("utf-8")

    @property
    def decisions(self) -> dict[str, Decision]:
        return {item: given.decision for item, given in self.ledger.items()}


class _CardInReader:
    apdu_count = 0

    def __init__(self, card: Card, carrier: Carrier) -> None:
        self._card = card
        self._carrier = carrier
        self.certificate = card.certificate_der

    def prove(self, method: IdentityMethod, challenge: Challenge) -> IdentityProof:
        proof = self._card.pin_proof(challenge.nonce)
        return PhoneProof(method, proof.signature) if self._carrier.is_phone else proof


class _NoFace:
    def forget(self) -> None:
        pass


def _proven(flow: FlowProfile, standing: CertificateStanding, carrier: Carrier) -> Story:
    story = Story(replace(RULES, flow=flow, reads_phones=True))
    story.read_card(replace(CARD, certificate=standing, carrier=carrier))
    if carrier is not Carrier.IPHONE:
        story.send(intents.PinChosen())
        story.send(pin())
        story.send(events.PinAccepted(story.session_id, story.request_id()))
    return story


Receive = Callable[..., Said]


@pytest.fixture
def receive(world: World, client: HttpsQualificationService, tmp_path: Path) -> Receive:
    def receive_(
        who: str,
        flow: FlowProfile,
        declined: Collection[Item] = (),
        carrier: Carrier = Carrier.CARD,
    ) -> Said:
        standing = CertificateStanding.GRACE if who == "grace" else CertificateStanding.VALID
        story = _proven(flow, standing, carrier)
        said: queue.SimpleQueue[FromSigner] = queue.SimpleQueue()

        def hear() -> FromSigner:
            while isinstance(heard := said.get(timeout=SOON_S), Figures):
                pass
            return heard

        def know() -> None:
            known = hear()
            assert isinstance(known, EligibilityKnown), known
            story.send(replace(known, session_id=story.session_id))

        with open_ledger(tmp_path) as ledger:
            side = EligibilitySide(
                replace(
                    signer_parts("good"),
                    service=cast(MeteredService, client),
                    ledger=lambda: ledger,
                ),
                Begin(secrets.token_hex(8), "Reader", reads_photo=False),
                said.put,
                cast(CardLink, _CardInReader(world.cards[who], carrier)),
                cast(FaceLimit, _NoFace()),
            )
            query = story.effects[-1]
            assert isinstance(query, effects.QueryEligibility)
            side.query(query.request_id, query.method)
            know()
            while isinstance(screen := story.screen, screens.Question):
                agreed = screen.item not in declined
                story.send(answer(screen.item, agreed=agreed, part=screen.part))
                if isinstance(asked := story.effects[-1], effects.Register):
                    side.register(asked)
                    know()
            store = story.effects[-1]
            assert isinstance(store, effects.StoreConsent)
            side.store(store)
            assert isinstance(hear(), ConsentStored)
        results = tmp_path / "results"
        results.mkdir()
        with closing(SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))) as outbox:
            names: list[str] = []
            assert Reports(outbox, client).tell_all()
            folder = ResultFolder(results, FACILITY, tmp_path / "mount.json")
            assert Results(outbox, folder, lambda _key, name: names.append(name)).deliver_all()
            (name,) = names
        database = world.service_config.database_url.removeprefix("sqlite:///")
        return Said(
            in_ledger(ledger_path(tmp_path), key_file(tmp_path)),
            at_service(Path(database)),
            results / name,
        )

    return receive_


@pytest.mark.parametrize("item", ALONE)
@pytest.mark.parametrize("agrees", [True, False])
def test_every_item_arrives(receive: Receive, item: Item, agrees: bool) -> None:
    flow = FlowProfile(FlowName.LEAFLET_2024_06, (item,))
    said = receive(HAS.get(item, "hanako"), flow, declined=() if agrees else [item])
    (key,) = said.decisions
    assert key.partition(":")[0] == item
    assert said.decisions[key] is (Decision.AGREED if agrees else Decision.DECLINED)


@pytest.mark.parametrize("name", FlowName)
@pytest.mark.parametrize("carrier", [Carrier.ANDROID, Carrier.IPHONE])
@pytest.mark.parametrize("declined", [(), tuple(Item)], ids=["all", "nothing"])
def test_a_phone_is_told_like_a_card(
    receive: Receive, name: FlowName, carrier: Carrier, declined: tuple[Item, ...]
) -> None:
    assert receive("hanako", flow_profile(name), declined, carrier).decisions


NOT_QUALIFIED = ("mukou", "nashi")
WITHOUT_LIMITS = ("fujo", "fujo-miitaku")


@pytest.mark.parametrize("name", FlowName)
@pytest.mark.parametrize("who", ["shinkyu", "fukusu", "fumei", *WITHOUT_LIMITS, *NOT_QUALIFIED])
def test_what_the_service_found_is_told_like_any_other(
    receive: Receive, name: FlowName, who: str
) -> None:
    said = receive(who, flow_profile(name))
    assert (said.decisions == {}) == (who in NOT_QUALIFIED)
    has_limits = who not in (*NOT_QUALIFIED, *WITHOUT_LIMITS)
    assert (Item.LIMIT_INFORMATION in said.decisions) == has_limits


@pytest.mark.parametrize("name", FlowName)
@pytest.mark.parametrize("who", ["hanako", "soon", "grace", "tokutei", "toseki", "kohi", "josei"])
@pytest.mark.parametrize("declined", [(), tuple(Item)], ids=["all", "nothing"])
def test_every_story_is_told_alike(
    receive: Receive, name: FlowName, who: str, declined: tuple[Item, ...]
) -> None:
    said = receive(who, flow_profile(name, also=[Item.SUBSIDY]), declined)
    provided = {item for item, decision in said.decisions.items() if decision is Decision.BY_RULE}
    by_rule = name is FlowName.CURRENT_2024_10 and who != "grace"
    assert provided == ({Item.LIMIT_INFORMATION} if by_rule else set())


def test_only_the_prescriptions_chosen_are_to_be_dispensed(receive: Receive) -> None:
    flow = FlowProfile(FlowName.LEAFLET_2024_06, (Item.DISPENSING,))
    assert "<DispensingNumber>RX-1<" in receive("josei", flow).result


def test_grace_is_qualification_alone(receive: Receive) -> None:
    said = receive("grace", flow_profile(FlowName.CURRENT_2024_10))
    assert said.decisions == {}
    assert "<InsurerNumber>" in said.result
    assert "<LimitApplicationCertificateRelatedInfo>" not in said.result


def test_what_a_rule_provides_is_named_after_it(receive: Receive) -> None:
    said = receive("hanako", flow_profile(FlowName.CURRENT_2024_10))
    assert said.ledger[Item.LIMIT_INFORMATION].rule == "current-2024-10"
    assert "<LimitApplicationCertificateRelatedInfo>" in said.result


def test_who_declines_the_specific_disease_looks_like_who_has_none(receive: Receive) -> None:
    flow = FlowProfile(FlowName.LEAFLET_2024_06, (Item.SPECIFIC_DISEASE,))
    said = receive("tokutei", flow, declined=ASKED_OF_SOME)
    assert "SpecificDiseasesDiseaseCategory" not in said.result
    assert "<SpecificDiseasesCertificateRelatedConsFlg>0<" in said.result
