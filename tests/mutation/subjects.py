"""What must be right, and the tests that say so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    files: tuple[str, ...]
    tests: tuple[str, ...]
    """Those that concern it: files or folders, as pytest takes them; none that takes long."""


def _of(folder: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}.py" for name in names)


_MALFORMED = "tests/unit/reader/test_malformed.py"

SUBJECTS = {
    "session": Subject(
        _of(
            "kiosk/session",
            "attended",
            "flow",
            "identification",
            "machine",
            "projection",
            "runner",
            "states",
            "transition",
            "visiting",
        ),
        ("tests/flow/session", "--ignore=tests/flow/session/test_walks.py"),
    ),
    "consent": Subject(
        (
            *_of("consent", "chain", "entry", "ledger", "outbox", "outbox_rows"),
            *_of("consent", "texts", "verify"),
            "common/decisions.py",
        ),
        ("tests/unit/consent",),
    ),
    "card": Subject(
        _of("reader", "apdu", "tlv", "exchange", "card", "card_face", "jpki", "number_b"),
        (
            *_of("tests/unit/reader", "test_protocol", "test_exchange", "test_card_session"),
            *_of("tests/unit/reader", "test_number_b", "test_people"),
            f"{_MALFORMED}::test_a_false_der_length_reads_no_more_than_the_cap",
            f"{_MALFORMED}::test_any_status_word_of_the_tries_is_a_count_or_refused",
            *_of("tests/faults/readers", "test_short_reader", "test_odd_certificates"),
        ),
    ),
    "face": Subject(
        _of("faceauth", "decision", "score", "matcher", "calibration"),
        _of(
            "tests/unit/faceauth", "test_decision", "test_score", "test_calibration", "test_matcher"
        ),
    ),
    "codes": Subject(
        ("common/codes.py", *_of("qualification/oqs", "birthdate", "codes", "xml", "message")),
        _of("tests/unit/qualification", "test_oqs_round_trip", "test_oqs_xml", "test_cases"),
    ),
}
