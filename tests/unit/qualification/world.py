"""A small world on disk: people, cards, certificates; and the running service in it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from common.decisions import Decision, Decisions, Given
from consent.port import Item
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.port import Authenticated, IdentityMethod
from simulation.people import read_people
from simulation.service.config import ServiceConfig
from simulation.service.control import ServiceHandler
from simulation.service.people import REGISTRY_FILE
from simulation.service.pki import Pki, make_pki
from simulation.service.registry import Entry
from tests.unit.qualification.cards import (
    NOW,
    VALID_UNTIL,
    Card,
    make_card,
    store_authorities,
    store_card,
)

CONSENTED_AT = datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)

FACILITY = "1312345678"
KIOSK = "kiosk-1"

# Whose certificate ends when. Two have keys of their own, the others share those of the second.
ENDS = {
    "hanako": NOW + timedelta(days=700),
    "shinki": NOW + timedelta(days=700),
    "soon": NOW + timedelta(days=30),
    "grace": NOW - timedelta(days=20),
    "expired": NOW - timedelta(days=200),
    "revoked": NOW + timedelta(days=700),
}

REGISTRY = {entry.key: entry for entry in read_people(REGISTRY_FILE, Entry)}

_PERSON = """
[[person]]
key = "{key}"
story = "unknown keys are passed over"
name = "{name}"
name_kana = "ﾐﾎﾝ ﾊﾅｺ"
birth_date = 1975-05-05
sex = 2
address = "東京都千代田区霞が関１丁目"
[person.card]
certificate = "{certificate}"
[person.insurance]
registered = {registered}
insurer_number = "138057"
insurer_name = "見本健康保険組合"
symbol = "12345"
number = "67890"
branch = "01"
burden_percent = 30
limit_category = "A03"
"""


@dataclass(frozen=True)
class World:
    demo_dir: Path
    people_file: Path
    control_dir: Path
    pki: Pki
    cards: dict[str, Card]

    @property
    def service_config(self) -> ServiceConfig:
        return ServiceConfig.for_demo(self.demo_dir, self.people_file, self.control_dir)

    @property
    def handler(self) -> ServiceHandler:
        return ServiceHandler(self.control_dir)

    def client_config(self, url: str) -> ClientConfig:
        kiosk = self.pki.kiosk
        return ClientConfig(
            url=url,
            authority_file=kiosk.authority,
            certificate_file=kiosk.certificate,
            key_file=kiosk.key,
            statement_key_file=kiosk.statement_key,
        )


def make_world(folder: Path) -> World:
    demo_dir, control_dir = folder / "demo", folder / "stage"
    cards_dir = demo_dir / "cards"
    control_dir.mkdir()
    cards = {who: _card(who) for who in (*ENDS, *REGISTRY)}
    for who, card in cards.items():
        store_card(card, cards_dir / who)
    store_authorities(cards_dir)
    people_file = folder / "people.toml"
    people_file.write_text("".join(_person(who) for who in ENDS), encoding="utf-8")
    pki = make_pki(demo_dir / "pki", FACILITY, KIOSK, NOW)
    return World(demo_dir, people_file, control_dir, pki, cards)


def _card(who: str) -> Card:
    return make_card("hanako" if who == "hanako" else "others", ENDS.get(who, VALID_UNTIL))


def _person(who: str) -> str:
    return _PERSON.format(
        key=who,
        name="見本　花子",
        certificate="revoked" if who == "revoked" else "valid",
        registered="false" if who == "shinki" else "true",
    )


def decided(agreed: Iterable[Item] = (), declined: Iterable[Item] = ()) -> Decisions:
    yes, no = Given(Decision.AGREED, CONSENTED_AT), Given(Decision.DECLINED, CONSENTED_AT)
    decisions: dict[str, Given] = {item: yes for item in agreed}
    return decisions | {item: no for item in declined}


LEAFLET_ITEMS = (Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS, Item.LIMIT_INFORMATION)
EVERYTHING = decided(LEAFLET_ITEMS)


@contextmanager
def connected(config: ClientConfig, **timeouts_ms: int) -> Iterator[HttpsQualificationService]:
    config = replace(config, timeouts=replace(config.timeouts, **timeouts_ms))
    client = HttpsQualificationService(config)
    try:
        yield client
    finally:
        client.close()


def authenticate(client: HttpsQualificationService, card: Card) -> Authenticated:
    challenge = client.challenge()
    return client.authenticate(challenge, card.certificate_der, card.pin_proof(challenge.nonce))


def attest(
    client: HttpsQualificationService, card: Card, method: IdentityMethod = IdentityMethod.FACE
) -> Authenticated:
    challenge = client.challenge()
    proof = card.attested_proof(challenge.nonce, method)
    return client.authenticate(challenge, card.certificate_der, proof)
