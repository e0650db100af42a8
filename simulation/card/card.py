"""A My Number Card at APDU level (sources: card 1 to 5).

It interprets the tables of `simulation.card.content`. A command that fails changes nothing: OpenSC
probes for thirty other cards first and expects its application to stay selected.
"""

import hashlib
import hmac
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import structlog
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import NoDigestInfo, Prehashed

from reader.air_time import RATES_KBIT_S, air_time_ms
from reader.apdu import Sw, digest_info
from simulation.card.content import OWNER, Application, CardContent, Key, Pin
from simulation.card.faults import FaultPlan, NoCard
from simulation.card.memory import CardMemory

log = structlog.get_logger(__name__)

_MIN_AID_PREFIX = 5
_MAX_SIGNED_BYTES = 245  # RSA-2048, PKCS#1 v1.5
_MAX_HASHED_BYTES = 65535  # What an extended command carries.
_MAX_SECRET_BYTES = 16


class Refused(Exception):
    """Ends a command with a status word."""

    def __init__(self, sw: int) -> None:
        self.sw = sw
        super().__init__(f"{sw:04X}")


@dataclass(frozen=True)
class Command:
    """A command APDU taken apart. `expected` is None when no answer data is asked for."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes
    expected: int | None


def parse_command(raw: bytes) -> Command:
    """ISO 7816-3 cases 1 to 4, short and extended. Raises `Refused`."""
    if len(raw) < 4:
        raise Refused(Sw.WRONG_LENGTH)
    cla, ins, p1, p2 = raw[:4]
    body = raw[4:]
    data, expected = _parse_extended(body) if len(body) > 2 and not body[0] else _parse_short(body)
    return Command(cla, ins, p1, p2, data, expected)


def _parse_short(body: bytes) -> tuple[bytes, int | None]:
    if not body:
        return b"", None
    if len(body) == 1:
        return b"", body[0] or 256
    data, rest = body[1 : 1 + body[0]], body[1 + body[0] :]
    if len(data) != body[0] or len(rest) > 1:
        raise Refused(Sw.WRONG_LENGTH)
    return data, (rest[0] or 256) if rest else None


def _parse_extended(body: bytes) -> tuple[bytes, int | None]:
    length = int.from_bytes(body[1:3], "big")
    if len(body) == 3:
        return b"", length or 65536
    data, rest = body[3 : 3 + length], body[3 + length :]
    if len(data) != length or len(rest) not in (0, 2):
        raise Refused(Sw.WRONG_LENGTH)
    return data, (int.from_bytes(rest, "big") or 65536) if rest else None


class VirtualCard:
    """One person's card. One thread at a time, as a reader sends its commands; but for `take`."""

    def __init__(
        self,
        content: CardContent,
        memory: CardMemory | None = None,
        faults: FaultPlan | None = None,
        rate_kbit_s: int | None = None,
    ) -> None:
        """`rate_kbit_s`: answer as slowly as over the air at this rate; None: at once."""
        self._content = content
        self._memory = memory or CardMemory()
        self.faults = faults or FaultPlan()
        self._rate_kbit_s = rate_kbit_s
        self.owner_recognised = True
        """Of a phone that asks its owner before it speaks."""
        self._commands_seen = 0
        self._application: Application | None = None
        self._file: int | None = None
        self._verified: set[int] = set()
        self._taken = threading.Event()

    @property
    def atr(self) -> bytes:
        return self._content.atr

    def power_on(self) -> None:
        self._taken.clear()
        self._forget()

    def power_off(self) -> None:
        self._forget()

    def take(self) -> None:
        """Out of the reader, from any thread: an answer that is still awaited never comes."""
        self._taken.set()

    def reset(self) -> None:
        """Warm reset. A verified PIN survives it on a real card (sources: card 1.6)."""
        self._application = self._file = None

    def _forget(self) -> None:
        self._application = self._file = None
        self._verified.clear()

    def transmit(self, raw: bytes) -> bytes:
        """Answer one command APDU. Raises `NoCard`, also where the fault plan says so."""
        self._commands_seen += 1
        number, faults = self._commands_seen, self.faults
        if faults.remove_at is not None and number >= faults.remove_at:
            raise NoCard
        if self._taken.wait(faults.delay_ms.get(number, 0) / 1000):
            raise NoCard
        if number in faults.status_words:
            return faults.status_words[number].to_bytes(2, "big")
        started = time.monotonic()
        data, sw = self._answer(raw)
        answer = data[: faults.truncate.get(number, len(data))] + sw.to_bytes(2, "big")
        if self._rate_kbit_s is not None:
            self._stay_on_air(raw, answer, time.monotonic() - started)
        return answer

    def _stay_on_air(self, raw: bytes, answer: bytes, worked_s: float) -> None:
        """Wait for as long as a card's exchange takes beyond the time that this one took."""
        is_rsa = len(raw) > 1 and raw[1] in (0x2A, 0x88) and len(answer) > 2
        took_ms = air_time_ms(
            self._rate_kbit_s or RATES_KBIT_S[0],
            exchanges=1,
            transferred_bytes=len(raw) + len(answer),
            rsa=int(is_rsa),
        )
        time.sleep(max(0.0, took_ms / 1000 - worked_s))

    def _answer(self, raw: bytes) -> tuple[bytes, int]:
        try:
            command = parse_command(raw)
            if command.cla & 0x03:
                raise Refused(Sw.CHANNEL_NOT_SUPPORTED)
            if command.cla & 0x7C == 0x08 or command.cla & 0x7C == 0x0C:
                raise Refused(
                    Sw.SECURE_MESSAGING_NOT_SUPPORTED
                    if command.ins == 0xA4
                    else Sw.SECURE_MESSAGING_REFUSED
                )
            handler = self._handlers().get((command.cla, command.ins))
            if handler is None:
                known = command.cla in (0x00, 0x80)
                raise Refused(Sw.NO_INSTRUCTION if known else Sw.NO_CLASS)
            return handler(command), Sw.OK
        except Refused as refused:
            return b"", refused.sw

    def _handlers(self) -> dict[tuple[int, int], Callable[[Command], bytes]]:
        return {
            (0x00, 0xA4): self._select,
            (0x00, 0xB0): self._read_binary,
            (0x00, 0xB2): self._read_record,
            (0x00, 0x20): self._verify,
            (0x00, 0x24): self._change_pin,
            (0x80, 0x32): self._change_key,
            (0x80, 0x2A): self._sign,
            (0x00, 0x88): self._authenticate_internally,
            (0x80, 0xFC): self._last_command,
            (0x00, 0x84): self._challenge,
            (0x00, 0xCA): self._get_data,
        }

    def _current(self) -> Application:
        if self._application is None:
            raise Refused(Sw.NO_FILE)
        return self._application

    def _file_of(self, short_id: int) -> int:
        """The file that a command means: by short id, or the current one."""
        if short_id:
            return short_id
        if self._file is None:
            raise Refused(Sw.NO_CURRENT_EF)
        return self._file

    def _select(self, command: Command) -> bytes:
        if command.p1 == 0x00 and not command.data:
            if self._application is None:
                raise Refused(Sw.BAD_P1_P2)
        elif command.p1 == 0x04:
            self._select_application(command.data)
        elif command.p1 == 0x02:
            self._select_file(command.data)
        else:
            raise Refused(Sw.NO_FILE if command.p1 == 0x00 else Sw.BAD_P1_P2)
        return b""

    def _select_application(self, aid: bytes) -> None:
        """By AID or a prefix of it (JICSAP 4.2); ends every verified PIN (sources: card 1.6)."""
        if len(aid) >= _MIN_AID_PREFIX:
            for application in self._content.applications:
                if application.aid.startswith(aid):
                    self._forget()
                    self._application = application
                    return
        raise Refused(Sw.NO_FILE)

    def _select_file(self, data: bytes) -> None:
        application, file_id = self._current(), int.from_bytes(data, "big")
        if len(data) != 2:
            raise Refused(Sw.WRONG_LENGTH)
        tables = (application.files, application.record_files, application.pins, application.keys)
        if not any(file_id in table for table in tables):
            raise Refused(Sw.NO_FILE)
        self._file = file_id

    def _check_access(self, access: tuple[int, ...]) -> None:
        if access == OWNER and self.owner_recognised:
            return
        if access and not self._verified & set(access):
            raise Refused(Sw.SECURITY_STATUS)

    def _read_binary(self, command: Command) -> bytes:
        application = self._current()
        by_short_id = bool(command.p1 & 0x80)
        file_id = self._file_of(command.p1 & 0x1F if by_short_id else 0)
        offset = command.p2 if by_short_id else command.p1 << 8 | command.p2
        file = application.files.get(file_id)
        if file is None:
            known = any(
                file_id in t for t in (application.record_files, application.pins, application.keys)
            )
            raise Refused(Sw.FILE_STRUCTURE_CONFLICT if known else Sw.NO_FILE)
        self._check_access(file.access)
        self._file = file_id
        if command.expected is None:
            raise Refused(Sw.WRONG_LENGTH)
        if offset >= len(file.content):
            raise Refused(Sw.BAD_OFFSET)
        return file.content[offset : offset + command.expected]

    def _read_record(self, command: Command) -> bytes:
        application = self._current()
        if command.p2 & 0x07 != 0x04:
            raise Refused(Sw.BAD_P1_P2)
        file_id = self._file_of(command.p2 >> 3)
        file = application.record_files.get(file_id)
        if file is None:
            raise Refused(
                Sw.FILE_STRUCTURE_CONFLICT if file_id in application.files else Sw.NO_FILE
            )
        self._file = file_id
        if not 1 <= command.p1 <= len(file.records):
            raise Refused(Sw.NO_RECORD)
        return file.records[command.p1 - 1]

    def _verify(self, command: Command) -> bytes:
        """Without data: the tries left, in every state (OpenSC needs that). With data: a try."""
        application = self._current()
        if command.p1 or not command.p2 & 0x80:
            raise Refused(Sw.BAD_P1_P2)
        file_id, pin, name = self._pin_of(application, command.p2 & 0x1F)
        left = self._memory.tries_left(self._content.person, name, pin.tries_left)
        if not command.data:
            raise Refused(0x63C0 | left)
        if left == 0:
            raise Refused(Sw.KEY_BLOCKED)
        if len(command.data) > _MAX_SECRET_BYTES:
            raise Refused(Sw.WRONG_LENGTH)
        self._try(file_id, name, pin, command.data, left)
        return b""

    def _pin_of(self, application: Application, short_id: int) -> tuple[int, Pin, str]:
        """File id, PIN and its name in the memory; makes it current."""
        file_id = self._file_of(short_id)
        pin = application.pins.get(file_id)
        if pin is None:
            raise Refused(Sw.FILE_STRUCTURE_CONFLICT)
        self._file = file_id
        return file_id, pin, f"{application.name}.{file_id:04X}"

    def _try(self, file_id: int, name: str, pin: Pin, secret: bytes, left: int) -> None:
        person = self._content.person
        known = self._memory.secret(person, name, pin.secret).encode("ascii")
        right = hmac.compare_digest(secret, known)
        left = pin.tries if right else left - 1
        self._verified.discard(file_id)
        self._remember(lambda: self._memory.set_tries_left(person, name, left))
        if not right:
            raise Refused(0x63C0 | left)
        self._verified.add(file_id)

    def _remember(self, write: Callable[[], None]) -> None:
        """A full disk is a failing memory: nothing is opened, and a wrong try stays counted."""
        try:
            write()
        except OSError as error:
            log.error("card_state_not_written", error=type(error).__name__)
            raise Refused(Sw.MEMORY_FAILURE) from None

    def _change_pin(self, command: Command) -> bytes:
        """JPKI and 券面事項入力補助AP (sources: card 3.5)."""
        if command.p1 != 0x01:
            raise Refused(Sw.BAD_P1_P2)
        return self._store_pin(command)

    def _change_key(self, command: Command) -> bytes:
        """The same in the applications of JICSAP form: 共通カードAP and 住基AP."""
        if command.p1 != 0x00:
            raise Refused(Sw.BAD_P1_P2)
        return self._store_pin(command)

    def _store_pin(self, command: Command) -> bytes:
        application = self._current()
        if not command.p2 & 0x80:
            raise Refused(Sw.BAD_P1_P2)
        file_id, pin, name = self._pin_of(application, command.p2 & 0x1F)
        change = 0x32 if application.changes_by_key else 0x24
        if command.ins != change:
            raise Refused(Sw.NO_INSTRUCTION)
        if not pin.form or file_id not in self._verified:
            raise Refused(Sw.SECURITY_STATUS)
        secret = command.data.decode("latin-1")
        if not re.fullmatch(pin.form, secret, re.ASCII):
            raise Refused(Sw.BAD_DATA)
        self._remember(lambda: self._memory.set_secret(self._content.person, name, secret))
        return b""

    def _sign(self, command: Command) -> bytes:
        """P1: the scheme. P2: 80 current, 80|id, 00 default key (sources: card 4)."""
        application = self._current()
        if command.p2 == 0x00:
            file_id = application.default_key or 0
        elif command.p2 & 0x80:
            file_id = self._file_of(command.p2 & 0x1F)
        else:
            raise Refused(Sw.BAD_P1_P2)
        key = application.keys.get(file_id)
        if key is None:
            raise Refused(Sw.NO_CURRENT_EF)
        scheme = _SCHEMES.get(command.p1)
        if scheme is None:
            raise Refused(Sw.BAD_P1_P2)
        if not 1 <= len(command.data) <= scheme.max_bytes:
            raise Refused(Sw.WRONG_LENGTH)
        if len(command.data) < scheme.min_bytes:
            raise Refused(Sw.CONDITIONS_OF_USE)
        self._check_access(key.access)
        return scheme.sign(private_key(key), command.data)

    def _authenticate_internally(self, command: Command) -> bytes:
        """Only 共通カードAP's key signs a challenge; 券面 keys refuse (sources: card 4)."""
        application = self._current()
        if command.p1 != 0x00 or not command.p2 & 0x80:
            raise Refused(Sw.BAD_P1_P2)
        file_id = self._file_of(command.p2 & 0x1F)
        if file_id not in application.keys:
            raise Refused(Sw.NO_REFERENCE)
        if file_id != application.authentication_key:
            raise Refused(Sw.CONDITIONS_OF_USE)
        if not 1 <= len(command.data) <= 255:
            raise Refused(Sw.WRONG_LENGTH)
        return sign_sha256(private_key(application.keys[file_id]), command.data)

    def _last_command(self, command: Command) -> bytes:
        if not self._content.tells_last_command:
            raise Refused(Sw.WRONG_LENGTH)
        return b""

    def _challenge(self, command: Command) -> bytes:
        if command.expected is None or command.expected > 256:
            raise Refused(Sw.CONDITIONS_OF_USE)
        return secrets.token_bytes(command.expected)

    def _get_data(self, command: Command) -> bytes:
        """Of the card as a whole, only while no application is selected (sources: card 3.4)."""
        value = self._content.data_objects.get(command.p1 << 8 | command.p2)
        if value is None or self._application is not None:
            raise Refused(Sw.NO_REFERENCE)
        if command.expected is None or len(value) > command.expected:
            raise Refused(Sw.WRONG_LENGTH)
        return value


def private_key(key: Key) -> rsa.RSAPrivateKey:
    return _load_key(key.pem)


@lru_cache(maxsize=16)
def _load_key(pem: str) -> rsa.RSAPrivateKey:
    """Cached and unchecked: checking a key that we made takes longer than signing with it."""
    key = serialization.load_pem_private_key(
        pem.encode("ascii"), None, unsafe_skip_rsa_key_validation=True
    )
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("a card's keys are RSA")
    return key


def sign_as_is(key: rsa.RSAPrivateKey, data: bytes) -> bytes:
    """PKCS#1 v1.5 over data that already is a DigestInfo, as the card does it."""
    return key.sign(data, padding.PKCS1v15(), NoDigestInfo())


def sign_sha256(key: rsa.RSAPrivateKey, message: bytes) -> bytes:
    return key.sign(message, padding.PKCS1v15(), hashes.SHA256())


@dataclass(frozen=True)
class _Scheme:
    """One value of P1 of COMPUTE DIGITAL SIGNATURE; fewer bytes answer 6985, more 6700."""

    min_bytes: int
    max_bytes: int
    sign: Callable[[rsa.RSAPrivateKey, bytes], bytes]


def _sign_pss(key: rsa.RSAPrivateKey, digest: bytes) -> bytes:
    salted = padding.PSS(padding.MGF1(hashes.SHA256()), hashlib.sha256().digest_size)
    return key.sign(digest, salted, Prehashed(hashes.SHA256()))


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


_SCHEMES = {
    0x00: _Scheme(1, _MAX_SIGNED_BYTES, sign_as_is),
    0x01: _Scheme(1, _MAX_HASHED_BYTES, lambda key, data: sign_as_is(key, _sha256(data))),
    0x02: _Scheme(32, 32, lambda key, data: sign_as_is(key, digest_info(data))),
    0x03: _Scheme(1, _MAX_HASHED_BYTES, sign_sha256),
    0x04: _Scheme(32, 32, _sign_pss),
    0x05: _Scheme(1, _MAX_HASHED_BYTES, lambda key, data: _sign_pss(key, _sha256(data))),
}
