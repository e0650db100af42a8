"""A slot that is never empty: a SAM, or a foreign card that somebody left in another slot."""

import pytest

from kiosk.application import refused_reader
from kiosk.session.events import CardInserted, CardRefused, CardRemoved, ReadinessChanged
from kiosk.session.screens import Standby, StopReason
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.card_slot.vpcd import VpcdReader
from tests.faults.readers.conftest import watching
from tests.flow.session.story import Story
from tests.unit.reader.conftest import NewCard
from tests.waiting import eventually


def test_a_sam_that_lay_there_from_the_start_hides_nobody(
    pcscd: PrivatePcscd, new_card: NewCard
) -> None:
    with pcscd:
        first, second = pcscd.reader_name, f"{pcscd.reader_name[:-1]}1"
        sam = VpcdReader("127.0.0.1", pcscd.vpcd_port)
        patient = VpcdReader("127.0.0.1", pcscd.vpcd_port + 1)
        sam.insert(new_card())
        assert eventually(sam.is_looked_at)
        with watching(pcscd) as watcher:
            watcher.until(f"card in {first}")
            watcher.refuse(first)
            assert watcher.until(f"card out of {first}") == [f"card out of {first}"]
            patient.insert(new_card())
            assert watcher.until(f"card in {second}") == [f"found {second}", f"card in {second}"]
            patient.remove()
            assert watcher.until(f"card out of {second}") == [f"card out of {second}"]
            patient.insert(new_card())
            assert watcher.until(f"card in {second}") == [f"card in {second}"]
            patient.remove()
            assert watcher.until(f"card out of {second}") == [f"card out of {second}"]
            sam.remove()  # Whatever is put there next is looked at anew.
            sam.insert(new_card())
            assert watcher.until(f"card in {first}") == [f"found {first}", f"card in {first}"]
        sam.close()
        patient.close()


def test_a_foreign_card_left_in_another_slot_gives_way_to_the_next_patient_s(
    pcscd: PrivatePcscd, new_card: NewCard
) -> None:
    with pcscd:
        first, second = pcscd.reader_name, f"{pcscd.reader_name[:-1]}1"
        foreign = VpcdReader("127.0.0.1", pcscd.vpcd_port)
        patient = VpcdReader("127.0.0.1", pcscd.vpcd_port + 1)
        with watching(pcscd) as watcher:
            watcher.until(f"found {first}")
            foreign.insert(new_card())
            watcher.until(f"card in {first}")
            watcher.refuse(first)
            patient.insert(new_card())
            assert watcher.until(f"card in {second}") == [
                f"card out of {first}",
                f"found {second}",
                f"card in {second}",
            ]
            patient.remove()
            watcher.until(f"card out of {second}")
            patient.insert(new_card())
            assert watcher.until(f"card in {second}") == [f"card in {second}"]
        foreign.close()
        patient.close()


@pytest.mark.parametrize(
    ("reason", "gives_way"),
    [
        (StopReason.NOT_A_MY_NUMBER_CARD, True),
        (StopReason.CARD_UNREADABLE, True),
        (StopReason.CERTIFICATE_EXPIRED, False),
    ],
)
def test_the_kiosk_says_what_is_no_card_of_its_patients(
    reason: StopReason, gives_way: bool
) -> None:
    story = Story()
    story.place_card()
    before = story.state
    assert before.devices.card is not None
    story.send(CardRefused(story.session_id, reason))
    said = before.devices.card.reader if gives_way else None
    assert refused_reader(before, story.state) == said
    assert refused_reader(story.state, story.state) is None


def test_a_patient_s_card_in_another_slot_ends_the_message_about_the_foreign_one() -> None:
    story = Story()
    story.place_card()
    story.send(CardRefused(story.session_id, StopReason.NOT_A_MY_NUMBER_CARD))
    story.send(CardRemoved("reader"))
    story.send(ReadinessChanged(Standby.READY))
    story.send(CardInserted("s2", "another slot"))
    assert story.session_id == "s2"
