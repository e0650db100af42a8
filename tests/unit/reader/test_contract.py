"""What every card connection does, whatever is between it and the card.

`pytest tests/unit/reader/test_contract.py --reader NAME` runs what needs neither a secret nor a
fault on a real reader too, with a My Number Card on it.
"""

import subprocess
import sys
import threading

import pytest

from common.errors import Bug
from reader.apdu import JPKI_AP, QUERY_TRIES, select_application, select_file, verify
from reader.card import MyNumberCard
from reader.errors import CardProblem
from reader.jpki import AUTH_PIN
from reader.report import CardReport, fill_report
from simulation.card.faults import FaultPlan
from tests.unit.reader.bench import (
    NEVER_MS,
    AnyBench,
    Bench,
    EventLog,
    PcscBench,
    announced,
    connected,
)
from tests.unit.reader.conftest import NewCard
from tests.unit.reader.direct import raises_card
from tests.waiting import eventually


def test_command_and_answer_pass_unchanged(any_bench: AnyBench, new_card: NewCard) -> None:
    with connected(any_bench, new_card()) as connection:
        assert connection.transmit(select_application(JPKI_AP)) == (b"", 0x9000)
        assert connection.transmit(bytes.fromhex("00B0860010")) == (b"JPKIAPICCTOKEN2 ", 0x9000)
        assert connection.transmit(bytes.fromhex("00B08A0000"))[0][:2] == b"\x30\x82"
        assert connection.transmit(bytes.fromhex("00FF0000")) == (b"", 0x6D00)


def test_a_long_answer_comes_whole(any_bench: AnyBench, new_card: NewCard) -> None:
    with connected(any_bench, new_card()) as connection:
        data, sw = connection.transmit(bytes.fromhex("0084000000"))
        assert (len(data), sw) == (256, 0x9000)


def test_an_empty_reader_has_no_card(bench: Bench, new_card: NewCard) -> None:
    log, monitor = EventLog(), bench.monitor()
    monitor.start(log)
    log.next()  # The reader is found.
    monitor.stop()
    with raises_card(CardProblem.ABSENT):
        bench.source().connect(bench.reader_name)


@pytest.mark.parametrize("at", [1, 3])
def test_a_card_taken_between_command_and_answer(bench: Bench, new_card: NewCard, at: int) -> None:
    with connected(bench, new_card(FaultPlan(remove_at=at))) as connection:
        for _ in range(at - 1):
            connection.transmit(select_application(JPKI_AP))
        with raises_card(CardProblem.TAKEN):
            connection.transmit(select_application(JPKI_AP))


def test_a_card_taken_while_idle(bench: Bench, new_card: NewCard) -> None:
    with connected(bench, new_card()) as connection:
        connection.transmit(select_application(JPKI_AP))
        bench.remove()
        with raises_card(CardProblem.TAKEN):
            connection.transmit(select_application(JPKI_AP))


def test_a_mute_card_ends_at_the_time_limit(bench: Bench, new_card: NewCard) -> None:
    card = new_card(FaultPlan(delay_ms={1: NEVER_MS}))
    with connected(bench, card, reply_limit_ms=200) as connection, raises_card(CardProblem.MUTE):
        connection.transmit(select_application(JPKI_AP))


def test_a_verified_pin_survives_sharing_but_not_the_end_of_the_connection(
    bench: Bench, new_card: NewCard
) -> None:
    sign = bytes.fromhex("802A0080") + bytes((51,)) + bytes(51) + b"\x00"
    with connected(bench, new_card()) as connection:
        connection.transmit(select_application(JPKI_AP))
        with connection.exclusive():
            connection.transmit(select_file(AUTH_PIN))
            assert connection.transmit(verify(bytearray(b"1234"))) == (b"", 0x9000)
        connection.transmit(select_file(0x0017))
        data, sw = connection.transmit(sign)
        assert (len(data), sw) == (256, 0x9000)
        connection.close()
        again = bench.source().connect(bench.reader_name)
        again.transmit(select_application(JPKI_AP))
        again.transmit(select_file(0x0017))
        assert again.transmit(sign) == (b"", 0x6982)
        again.close()


def test_one_program_at_a_time(any_bench: AnyBench, new_card: NewCard) -> None:
    with connected(any_bench, new_card()) as connection:
        with connection.exclusive(), raises_card(CardProblem.BUSY):
            any_bench.source().connect(any_bench.reader_name)
        any_bench.source().connect(any_bench.reader_name).close()


def test_a_closed_connection_is_not_used(any_bench: AnyBench, new_card: NewCard) -> None:
    with connected(any_bench, new_card()) as connection:
        connection.close()
        with pytest.raises(Bug):
            connection.transmit(QUERY_TRIES)


def test_a_whole_session(bench: Bench, new_card: NewCard) -> None:
    threads_before = threading.active_count()
    with connected(bench, new_card()) as connection:
        card = MyNumberCard(connection)
        assert card.token().label == "JPKIAPICCTOKEN2"
        assert card.auth_certificate()[:2] == b"\x30\x82"
        assert card.pin_tries_left() == 3
        card.verify_pin(bytearray(b"1234"))
        assert len(card.sign(b"nonce")) == 256
        card.close()
    assert eventually(lambda: threading.active_count() <= threads_before + 3)


def test_what_is_free_is_read_and_costs_no_try(any_bench: AnyBench, new_card: NewCard) -> None:
    reports = []
    with announced(any_bench, new_card()):
        for _ in range(2):
            card = MyNumberCard(any_bench.source().connect(any_bench.reader_name))
            reports.append(CardReport())
            fill_report(reports[-1], card, None, None, lambda _: None)
            card.close()
    first, second = reports
    assert first == second
    assert first.auth_certificate is not None
    assert first.card_expires is not None
    assert first.pin_tries_left in range(4)
    assert first.number_b_tries_left in range(11)


def test_the_contract_runs_on_a_reader_of_this_machine(
    pcscd_bench: PcscBench, new_card: NewCard
) -> None:
    """As with a real reader: another process, and a card that it has not laid there."""
    with announced(pcscd_bench, new_card()):
        command = [sys.executable, "-m", "pytest", __file__, "-q", "-k", "real", "--reader", "virt"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "5 passed" in done.stdout
