"""The My Number Card as the worker uses it: reads, PIN, number, and everything forged."""

import hashlib
from contextlib import suppress
from datetime import date

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from common.errors import Bug
from reader import apdu, tlv
from reader.card import MyNumberCard, TokenKind
from reader.card_face import FaceRecord
from reader.errors import (
    BadCardAnswer,
    CardProblem,
    FaceRecordForged,
    ForgedPart,
    NumberBImplausible,
    NumberBRefused,
    PinRefused,
    ReaderFault,
)
from reader.number_b import number_b_of
from simulation.card import pki
from simulation.card.card import private_key
from simulation.card.content import Application, CardContent, File
from simulation.card.face_files import FacePrint, face_record
from simulation.card.faults import FaultPlan
from simulation.card.memory import CardMemory
from tests.unit.reader.conftest import NewCard
from tests.unit.reader.direct import DirectConnection, raises_card

PIN = b"1234"
NONCE = bytes(range(32))


def number_b(content: CardContent) -> bytearray:
    return number_b_of(content.surface.reading)


def with_face_file(content: CardContent, **changes: object) -> CardContent:
    """The same card with another 券面事項確認AP."""

    def changed(application: Application) -> Application:
        same = application.name != "card_face"
        return application if same else application.model_copy(update=changes)

    return content.model_copy(update={"applications": tuple(map(changed, content.applications))})


def face_application(content: CardContent) -> Application:
    return next(a for a in content.applications if a.name == "card_face")


def with_record(
    content: CardContent, record: bytes, certificate: bytes | None = None
) -> CardContent:
    files = dict(face_application(content).files)
    files[2] = File(content=record, access=files[2].access)
    if certificate is not None:
        files[4] = File(content=certificate)
    return with_face_file(content, files=files)


def test_what_the_choice_of_method_needs_takes_few_commands(new_card: NewCard) -> None:
    connection = DirectConnection(new_card())
    card = MyNumberCard(connection)
    assert card.token().kind is TokenKind.CARD
    der = card.auth_certificate()
    assert "JPKI-TEST" in x509.load_der_x509_certificate(der).issuer.rfc4514_string()
    assert card.pin_tries_left() == 3
    blocks = -(-len(der) // 256)
    assert connection.count("00B0") == 1 + blocks  # the label, and the certificate once
    assert connection.count("00A4") == 2  # the application and the PIN: nothing twice
    assert card.apdu_count == 1 + blocks + 2 + 1


def test_a_fault_of_the_first_command_is_tolerated_once(new_card: NewCard) -> None:
    card = MyNumberCard(DirectConnection(new_card(FaultPlan(status_words={1: 0x6F00}))))
    assert card.token().kind is TokenKind.CARD
    card = MyNumberCard(DirectConnection(new_card(FaultPlan(status_words={1: 0x6F00, 2: 0x6F00}))))
    with pytest.raises(BadCardAnswer):
        card.token()


def test_pin_and_signature(new_card: NewCard) -> None:
    card = MyNumberCard(DirectConnection(new_card()))
    card.verify_pin(bytearray(PIN))
    signature = card.sign(NONCE)
    public = x509.load_der_x509_certificate(card.auth_certificate()).public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    public.verify(signature, NONCE, padding.PKCS1v15(), hashes.SHA256())


def test_a_wrong_pin_costs_one_try_and_a_right_one_gives_them_back(new_card: NewCard) -> None:
    connection = DirectConnection(new_card())
    card = MyNumberCard(connection)
    with pytest.raises(PinRefused) as wrong:
        card.verify_pin(bytearray(b"9999"))
    assert wrong.value.tries_left == 2
    assert connection.count("0020008004") == 1
    assert card.pin_tries_left() == 2
    card.verify_pin(bytearray(PIN))
    assert card.pin_tries_left() == 3


def test_the_last_wrong_pin_locks_and_a_locked_one_is_never_sent(new_card: NewCard) -> None:
    memory = CardMemory()
    connection = DirectConnection(new_card(memory=memory))
    card = MyNumberCard(connection)
    for _ in range(2):
        with pytest.raises(PinRefused):
            card.verify_pin(bytearray(b"9999"))
    with pytest.raises(PinRefused):
        card.verify_pin(bytearray(b"9999"))
    assert card.pin_tries_left() == 0
    sent = connection.count("0020008004")
    with pytest.raises(PinRefused):
        card.verify_pin(bytearray(PIN))
    assert connection.count("0020008004") == sent
    later = MyNumberCard(DirectConnection(new_card(memory=memory)))
    assert later.pin_tries_left() == 0


@pytest.mark.parametrize("pin", [b"", b"123", b"12345", b"12a4"])
def test_what_is_no_pin_is_not_sent(new_card: NewCard, pin: bytes) -> None:
    connection = DirectConnection(new_card())
    with pytest.raises(Bug):
        MyNumberCard(connection).verify_pin(bytearray(pin))
    assert connection.count("0020") == 0


def test_no_signature_without_a_pin(new_card: NewCard) -> None:
    card = MyNumberCard(DirectConnection(new_card()))
    card.token()
    with pytest.raises(Bug):
        card.sign(NONCE)


def test_another_application_ends_the_verified_pin(new_card: NewCard) -> None:
    card = MyNumberCard(DirectConnection(new_card()))
    card.verify_pin(bytearray(PIN))
    card.card_expires()
    with pytest.raises(Bug):
        card.sign(NONCE)


def test_the_face_record(
    new_card: NewCard, hanako: CardContent, authority: rsa.RSAPublicKey
) -> None:
    card = MyNumberCard(DirectConnection(new_card()), authority)
    digits = number_b(hanako)
    record = card.open_face(digits)
    assert digits == bytes(14)
    assert (record.birth_date, record.sex) == (date(1975, 5, 5), "2")
    assert record.expires == card.card_expires() == date(2031, 5, 5)
    assert record.photo.startswith(bytes.fromhex("0000000C6A5020200D0A870A"))
    assert record.authority_checked
    photo_object = tlv.encode(0xDF27, bytes(record.photo))
    assert record.evidence.photo_digest == hashlib.sha256(photo_object).digest()
    record.wipe()
    assert not any(record.photo)
    assert "1975" not in repr(record)


def test_after_the_face_the_pin_still_works(
    new_card: NewCard, hanako: CardContent, authority: rsa.RSAPublicKey
) -> None:
    card = MyNumberCard(DirectConnection(new_card()), authority)
    card.open_face(number_b(hanako))
    card.verify_pin(bytearray(PIN))
    assert len(card.sign(NONCE)) == 256


def test_without_an_authority_the_record_is_only_whole(
    new_card: NewCard, hanako: CardContent
) -> None:
    record = MyNumberCard(DirectConnection(new_card())).open_face(number_b(hanako))
    assert not record.authority_checked


def test_a_wrong_number_costs_one_try_and_the_last_three_are_left_alone(
    new_card: NewCard, hanako: CardContent
) -> None:
    connection = DirectConnection(new_card())
    card = MyNumberCard(connection)
    wrong = number_b(hanako)
    wrong[13] ^= 1
    for left in range(9, 1, -1):
        with pytest.raises(NumberBRefused) as refused:
            card.open_face(bytearray(wrong))
        assert refused.value.tries_left == left
    sent = connection.count("002000800e")
    with pytest.raises(NumberBRefused) as spared:
        card.open_face(number_b(hanako))
    assert spared.value.tries_left == 2
    assert connection.count("002000800e") == sent
    assert card.number_b_tries_left() == 2


def test_a_number_of_another_expiry_is_not_tried(new_card: NewCard, hanako: CardContent) -> None:
    connection = DirectConnection(new_card())
    wrong = number_b(hanako)
    wrong[9] ^= 1
    with pytest.raises(NumberBImplausible):
        MyNumberCard(connection).open_face(wrong)
    assert connection.count("0020") == 0
    assert wrong == bytes(14)


def signed_by(content: CardContent, signer: rsa.RSAPrivateKey, photo: bytes) -> bytes:
    """A record that is whole in itself, signed by whoever likes to."""
    key = private_key(face_application(content).keys[0x1A])
    face = FacePrint(date(1975, 5, 5), 2, b"name", b"address", photo, date(2031, 5, 5), b"code")
    return face_record(face, key, signer)


def open_forged(
    new_card: NewCard, content: CardContent, authority: rsa.RSAPublicKey | None
) -> FaceRecord:
    card = MyNumberCard(DirectConnection(new_card(content=content)), authority)
    return card.open_face(number_b(content))


def test_a_swapped_photo_is_refused(
    new_card: NewCard, hanako: CardContent, authority: rsa.RSAPublicKey
) -> None:
    record = bytearray(face_application(hanako).files[2].content)
    at = record.index(bytes.fromhex("6A502020")) + 600
    record[at] ^= 0xFF
    with pytest.raises(FaceRecordForged) as forged:
        open_forged(new_card, with_record(hanako, bytes(record)), authority)
    assert forged.value.part is ForgedPart.RECORD


def test_a_record_signed_by_a_stranger_is_refused(
    new_card: NewCard, hanako: CardContent, authority: rsa.RSAPublicKey
) -> None:
    record = signed_by(hanako, pki.new_key(), b"photo")
    with pytest.raises(FaceRecordForged) as forged:
        open_forged(new_card, with_record(hanako, record), authority)
    assert forged.value.part is ForgedPart.RECORD


def test_a_whole_chain_of_a_stranger_is_refused(
    new_card: NewCard, hanako: CardContent, authority: rsa.RSAPublicKey
) -> None:
    stranger, signer = pki.new_key(), pki.new_key()
    content = with_record(
        hanako, signed_by(hanako, signer, b"photo"), pki.cv_certificate(stranger, signer)
    )
    with pytest.raises(FaceRecordForged) as forged:
        open_forged(new_card, content, authority)
    assert forged.value.part is ForgedPart.ISSUER_CERTIFICATE
    assert open_forged(new_card, content, None).photo == b"photo"


def test_a_card_without_photo(new_card: NewCard, hanako: CardContent) -> None:
    signer = pki.new_key()
    content = with_record(
        hanako, signed_by(hanako, signer, b""), pki.cv_certificate(pki.new_key(), signer)
    )
    assert open_forged(new_card, content, None).photo == b""


def test_the_genuine_card_proves_itself(
    new_card: NewCard, hanako: CardContent, authority: rsa.RSAPublicKey
) -> None:
    card = MyNumberCard(DirectConnection(new_card()), authority)
    card.open_face(number_b(hanako))
    signature = card.prove_genuine(NONCE)
    public = private_key(face_application(hanako).keys[0x1A]).public_key()
    public.verify(signature, NONCE, padding.PKCS1v15(), hashes.SHA256())
    with pytest.raises(InvalidSignature):
        public.verify(signature, b"another nonce", padding.PKCS1v15(), hashes.SHA256())


def test_a_copied_card_does_not(
    new_card: NewCard, hanako: CardContent, cards_other: CardContent, authority: rsa.RSAPublicKey
) -> None:
    """Everything that can be read is copied; the private key cannot be."""
    copy = with_face_file(hanako, keys=face_application(cards_other).keys)
    card = MyNumberCard(DirectConnection(new_card(content=copy)), authority)
    card.open_face(number_b(hanako))
    with pytest.raises(FaceRecordForged) as forged:
        card.prove_genuine(NONCE)
    assert forged.value.part is ForgedPart.CARD_KEY


def test_proof_before_the_record_is_our_bug(new_card: NewCard) -> None:
    with pytest.raises(Bug):
        MyNumberCard(DirectConnection(new_card())).prove_genuine(NONCE)


def whole_session(card: MyNumberCard, content: CardContent) -> None:
    card.token()
    card.auth_certificate()
    card.pin_tries_left()
    card.open_face(number_b(content))
    card.prove_genuine(NONCE)
    card.verify_pin(bytearray(PIN))
    card.sign(NONCE)


def commands_of_a_session(new_card: NewCard, content: CardContent) -> int:
    connection = DirectConnection(new_card())
    whole_session(MyNumberCard(connection), content)
    return len(connection.commands)


def test_the_card_taken_at_any_command(new_card: NewCard, hanako: CardContent) -> None:
    for at in range(1, commands_of_a_session(new_card, hanako) + 1):
        connection = DirectConnection(new_card(FaultPlan(remove_at=at)))
        card = MyNumberCard(connection)
        with raises_card(CardProblem.TAKEN):
            whole_session(card, hanako)
        card.close()
        assert connection.closed
        assert not connection.alone


@pytest.mark.parametrize("sw", [0x6F00, 0x6982, 0x6A82, 0x6700])
def test_any_command_refused(new_card: NewCard, hanako: CardContent, sw: int) -> None:
    """Ends in an error of ours or, where another way exists, in success; no try is wasted."""
    for at in range(1, commands_of_a_session(new_card, hanako) + 1):
        memory = CardMemory()
        card = new_card(FaultPlan(status_words={at: sw}), memory)
        connection = DirectConnection(card)
        with suppress(ReaderFault):
            whole_session(MyNumberCard(connection), hanako)
        assert MyNumberCard(DirectConnection(new_card(memory=memory))).pin_tries_left() == 3
        assert connection.count("0020008004") <= 1
        assert connection.count("002000800e") <= 1


def test_any_answer_cut_short(new_card: NewCard, hanako: CardContent) -> None:
    for at in range(1, commands_of_a_session(new_card, hanako) + 1):
        connection = DirectConnection(new_card(FaultPlan(truncate={at: 3})))
        with suppress(ReaderFault):
            whole_session(MyNumberCard(connection), hanako)
        assert connection.count("0020008004") <= 1
        assert connection.count("002000800e") <= 1


def test_every_command_is_counted(new_card: NewCard, hanako: CardContent) -> None:
    connection = DirectConnection(new_card())
    card = MyNumberCard(connection)
    whole_session(card, hanako)
    assert card.apdu_count == len(connection.commands)
    assert card.bytes_sent == sum(map(len, connection.commands))
    assert card.bytes_received > 8000
    assert card.elapsed_ms > 0


def test_the_pin_is_not_left_in_the_command_buffer(
    new_card: NewCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bytearray] = []
    verify = apdu.verify

    def remembered(secret: bytearray) -> bytearray:
        made.append(verify(secret))
        return made[-1]

    monkeypatch.setattr(apdu, "verify", remembered)
    MyNumberCard(DirectConnection(new_card())).verify_pin(bytearray(PIN))
    assert [bytes(buffer) for buffer in made] == [bytes(9)]
