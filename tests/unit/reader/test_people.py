"""Issuing the demo people's cards."""

import stat
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image

from reader import tlv
from reader.card import FourAttributes, MyNumberCard, TokenKind
from reader.errors import BadCardAnswer, CardProblem, FileClosed, PinRefused
from reader.number_b import number_b_of
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent, load_content
from simulation.card.issue import issue_cards
from simulation.errors import SimulationFault
from simulation.people import CardKind, Person, read_people
from tests.unit.reader.direct import DirectConnection, raises_card
from tests.unit.reader.photos import PEOPLE


def certificate(cards_dir: Path, person: str) -> x509.Certificate:
    return x509.load_der_x509_certificate(
        (cards_dir / person / "auth_certificate.der").read_bytes()
    )


def test_everybody_has_a_card_that_shows_itself(cards_dir: Path) -> None:
    labels = {
        CardKind.ANDROID: TokenKind.ANDROID,
        CardKind.IPHONE: TokenKind.IPHONE,
        CardKind.JUKI_OLD: TokenKind.JUKI_OLD,
    }
    for person in read_people(PEOPLE, Person):
        kind = person.card.kind
        read = card_of(cards_dir, person.key)
        assert read.token().kind is labels.get(kind, TokenKind.CARD)
        if kind in (CardKind.CARD, CardKind.FACE_ONLY):
            issued = (cards_dir / person.key / "auth_certificate.der").read_bytes()
            assert read.auth_certificate() == issued
            assert read.card_expires() == person.card.expires


def card_of(cards_dir: Path, person: str) -> MyNumberCard:
    return MyNumberCard(DirectConnection(VirtualCard(load_content(cards_dir, person))))


def test_every_kind_of_card_is_there(cards_dir: Path) -> None:
    kinds = {person.kind(date.today()) for person in read_people(PEOPLE, Person)}
    assert kinds >= {
        "adult", "senior", "infant", "overseas", "name_outside_jis", "pin_locked", "face_only",
        "certificate_expiring", "certificate_grace", "certificate_expired", "certificate_revoked",
        "certificate_hold", "android", "iphone", "juki_old",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("person", "has_pin", "tries_left"),
    [("hanako", True, 3), ("rokku", True, 0), ("kaomi", False, 0)],
)
def test_a_card_without_pin_is_told_from_a_locked_one(
    cards_dir: Path, person: str, has_pin: bool, tries_left: int
) -> None:
    card = card_of(cards_dir, person)
    assert (card.has_pin(), card.pin_tries_left()) == (has_pin, tries_left)


def test_a_phone_shows_its_certificate_after_the_pin_only(cards_dir: Path) -> None:
    card = card_of(cards_dir, "keitai")
    with pytest.raises(BadCardAnswer):
        card.auth_certificate()
    card.verify_pin(bytearray(b"7788"))
    assert card.auth_certificate()[:1] == b"\x30"
    with raises_card(CardProblem.OTHER_CARD):
        card.card_expires()


def test_an_iphone_signs_once_it_has_recognised_its_owner(cards_dir: Path) -> None:
    virtual = VirtualCard(load_content(cards_dir, "ringo"))
    card = MyNumberCard(DirectConnection(virtual))
    assert card.token().kind is TokenKind.IPHONE
    virtual.owner_recognised = False
    with pytest.raises(FileClosed):
        card.auth_certificate()
    with pytest.raises(BadCardAnswer):
        card.sign(bytes(32))
    virtual.owner_recognised = True
    certificate = x509.load_der_x509_certificate(card.auth_certificate())
    key = certificate.public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    key.verify(card.sign(b"nonce"), b"nonce", padding.PKCS1v15(), hashes.SHA256())


def test_an_old_resident_card_has_no_certificate_for_us(cards_dir: Path) -> None:
    with raises_card(CardProblem.NO_CERTIFICATE):
        card_of(cards_dir, "juki").auth_certificate()


def test_an_infant_has_neither_photo_nor_signature_certificate(cards_dir: Path) -> None:
    content = load_content(cards_dir, "akari")
    card = card_of(cards_dir, "akari")
    assert card.open_face(number_b_of(content.surface.reading)).photo == b""
    jpki = next(a for a in content.applications if a.name == "jpki")
    assert jpki.files[8].content == b"\x00\x8f\x00"
    assert 0x0001 not in jpki.files


@pytest.mark.parametrize("person", ["hanako", "kaigai", "gaiji"])
def test_four_attributes_by_number_and_by_pin(cards_dir: Path, person: str) -> None:
    wish = next(p for p in read_people(PEOPLE, Person) if p.key == person)
    number = number_b_of(load_content(cards_dir, person).surface.reading)
    by_number = card_of(cards_dir, person).attributes_by_number_b(number)
    by_pin = card_of(cards_dir, person).attributes_by_pin(bytearray(wish.card.pin, "ascii"))
    assert (
        by_number
        == by_pin
        == FourAttributes(wish.name, wish.address, wish.birth_date, wish.sex.value)
    )
    assert wish.name not in repr(by_pin)


def test_the_last_try_of_the_attributes_pin_is_not_spent(cards_dir: Path) -> None:
    card = card_of(cards_dir, "hanako")
    for left in (2, 1):
        with pytest.raises(PinRefused) as wrong:
            card.attributes_by_pin(bytearray(b"9999"))
        assert wrong.value.tries_left == left
    with pytest.raises(PinRefused):
        card.attributes_by_pin(bytearray(b"1234"))


def test_certificates_chain_to_the_test_authority(cards_dir: Path) -> None:
    authority = x509.load_pem_x509_certificate((cards_dir / "jpki_test_auth_ca.pem").read_bytes())
    assert authority.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == (
        "JPKI-TEST"
    )
    serials = set()
    for person in read_people(PEOPLE, Person):
        issued = certificate(cards_dir, person.key)
        issued.verify_directly_issued_by(authority)
        usage = issued.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        assert ExtendedKeyUsageOID.CLIENT_AUTH in usage
        common_name = issued.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
        assert len(common_name) == 23
        serials.add(issued.serial_number)
    assert len(serials) == len(read_people(PEOPLE, Person))


def test_certificate_kinds(cards_dir: Path) -> None:
    now = datetime.now(UTC)
    valid = certificate(cards_dir, "hanako")
    assert valid.not_valid_before_utc < now < valid.not_valid_after_utc - timedelta(days=180)
    assert (valid.not_valid_after_utc.hour, valid.not_valid_after_utc.minute) == (14, 59)
    grace, expired = certificate(cards_dir, "yuyo"), certificate(cards_dir, "kigen")
    assert now - timedelta(days=60) < grace.not_valid_after_utc < now
    assert expired.not_valid_after_utc < now - timedelta(days=130)


def test_the_photo_is_a_small_grey_jpeg_2000(cards_dir: Path) -> None:
    content = load_content(cards_dir, "taro")
    face = next(a for a in content.applications if a.name == "card_face").files[2].content
    photo = tlv.by_tag(tlv.only(face, 0xFF20).value)[0xDF27].value
    assert 3000 <= len(photo) <= 5000
    with Image.open(BytesIO(photo)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG2000", "L", (240, 320))


def test_the_offset_table_points_at_the_objects(hanako: CardContent) -> None:
    face = next(a for a in hanako.applications if a.name == "card_face").files[2].content
    offsets = tlv.by_tag(tlv.only(face, 0xFF20).value)[0xDF21].value
    tags = []
    for at in range(0, len(offsets), 2):
        offset = int.from_bytes(offsets[at : at + 2], "big")
        tags.append(tlv.header(face[offset:])[0])
    assert tags == list(range(0xDF22, 0xDF2B))


def test_files_beside_the_cards(cards_dir: Path) -> None:
    load_der_public_key((cards_dir / "hanako" / "face_public_key.der").read_bytes())
    mode = stat.S_IMODE((cards_dir / "hanako" / "card.json").stat().st_mode)
    assert mode == 0o600


def test_no_secret_in_a_repr(hanako: CardContent) -> None:
    shown = repr(hanako)
    assert "secret" not in shown
    assert "PRIVATE KEY" not in shown
    assert "ABC123" not in shown


def one_person(tmp_path: Path, **card: str) -> Path:
    values = {"photo": "astronaut", "pin": "1234", "certificate": "valid"} | card
    text = f"""
[[person]]
key = "ichi"
name = "見本　一"
name_kana = "ﾐﾎﾝ ｲﾁ"
birth_date = 1975-05-05
sex = 2
address = "東京都千代田区霞が関１丁目"
[person.card]
photo = "{values["photo"]}"
pin = "{values["pin"]}"
sign_password = "ABC123"
security_code = "4821"
expires = 2031-05-05
municipality = "13101"
certificate = "{values["certificate"]}"
[person.insurance]
registered = true
insurer_number = "06139992"
insurer_name = "見本健康保険組合"
number = "1"
burden_percent = 30
"""
    path = tmp_path / "people.toml"
    path.write_text(text, "utf-8")
    return path


def test_cards_are_issued_once_a_month(tmp_path: Path, photos_dir: Path) -> None:
    people, out = one_person(tmp_path), tmp_path / "cards"
    card = out / "ichi" / "card.json"

    def issued(today: date) -> bytes:
        issue_cards(people, photos_dir, out, today)
        return card.read_bytes()

    first = issued(date(2026, 4, 1))
    assert issued(date(2026, 4, 30)) == first
    assert issued(date(2026, 5, 1)) != first


def test_an_interrupted_issue_is_done_again(tmp_path: Path, photos_dir: Path) -> None:
    people, out = one_person(tmp_path), tmp_path / "cards"
    issue_cards(people, photos_dir, out, date(2026, 4, 1))
    (out / ".issued").unlink()
    (out / "ichi" / "card.json").unlink()
    issue_cards(people, photos_dir, out, date(2026, 4, 1))
    assert load_content(out, "ichi").person == "ichi"


def test_a_person_who_left_has_no_card_any_more(tmp_path: Path, photos_dir: Path) -> None:
    people, out = one_person(tmp_path), tmp_path / "cards"
    issue_cards(people, photos_dir, out, date(2026, 4, 1))
    people.write_text(people.read_text("utf-8").replace('"ichi"', '"ni"'), "utf-8")
    issue_cards(people, photos_dir, out, date(2026, 4, 1))
    assert {path.name for path in out.iterdir() if path.is_dir()} == {"ni"}


@pytest.mark.parametrize("change", [{"photo": "nobody"}, {"pin": "12"}, {"certificate": "odd"}])
def test_what_is_wrong_is_named(tmp_path: Path, photos_dir: Path, change: dict[str, str]) -> None:
    with pytest.raises(SimulationFault) as failed:
        issue_cards(one_person(tmp_path, **change), photos_dir, tmp_path / "cards", date.today())
    assert any(word in str(failed.value) for word in (*change, "nobody"))


def test_no_people_file(tmp_path: Path, photos_dir: Path) -> None:
    with pytest.raises(SimulationFault, match=r"people\.toml"):
        issue_cards(tmp_path / "people.toml", photos_dir, tmp_path / "cards", date.today())
