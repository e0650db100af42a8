"""Commands of the My Number Card as bytes, and its status words (sources: card 1, 3.5, 4).

Pure: nothing here talks to a card. Only short APDUs: every public client reads with short Le.
"""

from enum import IntEnum

READ_WHOLE = 256  # Le = 00

JPKI_AP = bytes.fromhex("D392F000260100000001")
"""公的個人認証AP"""
CARD_FACE_AP = bytes.fromhex("D3921000310001010402")
"""券面事項確認AP"""
CARD_FACE_INPUT_AP = bytes.fromhex("D3921000310001010408")
"""券面事項入力補助AP"""
COMMON_AP = bytes.fromhex("D3921000310001010100")
"""共通カードAP"""
RESIDENT_AP = bytes.fromhex("D3921000310001010401")
"""住基AP"""


class Sw(IntEnum):
    """Status words, JICSAP 4.2 as observed on the card."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    MEMORY_FAILURE = 0x6581
    WRONG_LENGTH = 0x6700
    CHANNEL_NOT_SUPPORTED = 0x6881
    SECURE_MESSAGING_NOT_SUPPORTED = 0x6882
    FILE_STRUCTURE_CONFLICT = 0x6981
    SECURE_MESSAGING_REFUSED = 0x69FC
    SECURITY_STATUS = 0x6982
    KEY_BLOCKED_ISO = 0x6983
    KEY_BLOCKED = 0x6984
    CONDITIONS_OF_USE = 0x6985
    NO_CURRENT_EF = 0x6986
    BAD_DATA = 0x6A80
    NOT_SUPPORTED = 0x6A81
    NO_FILE = 0x6A82
    NO_RECORD = 0x6A83
    BAD_P1_P2 = 0x6A86
    NO_REFERENCE = 0x6A88
    BAD_OFFSET = 0x6B00
    NO_INSTRUCTION = 0x6D00
    NO_CLASS = 0x6E00
    UNKNOWN_FAULT = 0x6F00


def sw_name(sw: int) -> str:
    """For messages: `6A82 NO_FILE`, or only the digits of a word that is not in the table."""
    return f"{sw:04X} {Sw(sw).name}" if sw in list(Sw) else f"{sw:04X}"


def tries_left(sw: int) -> int | None:
    """The count in 63Cx; 0 for a blocked key; None when the word says something else."""
    if sw & 0xFFF0 == 0x63C0:
        return sw & 0x000F
    if sw in (Sw.KEY_BLOCKED, Sw.KEY_BLOCKED_ISO):
        return 0
    return None


def select_application(aid: bytes) -> bytes:
    return bytes((0x00, 0xA4, 0x04, 0x0C, len(aid))) + aid


def select_file(file_id: int) -> bytes:
    return bytes((0x00, 0xA4, 0x02, 0x0C, 0x02)) + file_id.to_bytes(2, "big")


def read_binary(offset: int, count: int) -> bytes:
    """Read `count` (1..256) bytes of the current file from a 15-bit offset."""
    return bytes((0x00, 0xB0, offset >> 8, offset & 0xFF, count & 0xFF))


def read_binary_of(file_id: int, count: int) -> bytes:
    """Read from the start of a file by its short id, which makes it the current one."""
    return bytes((0x00, 0xB0, 0x80 | file_id, 0x00, count & 0xFF))


def read_record_of(file_id: int, record: int) -> bytes:
    """Read one record of a file by its short id."""
    return bytes((0x00, 0xB2, record, file_id << 3 | 0x04, 0x00))


QUERY_TRIES = bytes((0x00, 0x20, 0x00, 0x80))
"""VERIFY without data, on the current PIN file: tells the tries left and costs none."""


def verify(secret: bytearray) -> bytearray:
    """VERIFY on the current PIN file; the caller wipes the result."""
    command = bytearray((0x00, 0x20, 0x00, 0x80, len(secret)))
    command += secret
    return command


COMPUTE_SIGNATURE = 0x2A
CURRENT_KEY = 0x80
DEFAULT_KEY = 0x00


def sign(data: bytes, key: int) -> bytes:
    """COMPUTE DIGITAL SIGNATURE, PKCS#1 v1.5 padding by the card, with `key` as P2."""
    return bytes((0x80, COMPUTE_SIGNATURE, 0x00, key, len(data))) + data + b"\x00"


_SHA256_DIGEST_INFO = bytes.fromhex("3031300D060960864801650304020105000420")


def digest_info(sha256: bytes) -> bytes:
    """DER DigestInfo of a SHA-256 digest: 51 bytes."""
    return _SHA256_DIGEST_INFO + sha256
