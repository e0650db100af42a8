"""What `uketsuke results watch` shows of a result that the kiosk has written."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualification.client import HttpsQualificationService
from qualification.result_folder import ResultFolder
from qualification.result_reader import ResultWatch, describe
from tests.unit.qualification.world import FACILITY, World, authenticate


@pytest.fixture
def shown(
    client: HttpsQualificationService, world: World, result_folder: Path, personal: bool
) -> list[str]:
    """Of somebody whose name the system cannot send."""
    now = datetime.now(UTC)
    session_id = authenticate(client, world.cards["kuromaru"]).session_id
    result = client.conclude(session_id, {})
    sink = ResultFolder(result_folder, FACILITY, result_folder.with_name("mount.json"))
    sink.stage(result, "a")
    sink.publish("a", now)
    arrived = next(iter(ResultWatch(result_folder, skip_existing=False)))
    return list(describe(arrived, personal=personal))


@pytest.mark.parametrize("personal", [True])
def test_staff_are_sent_to_the_kana_where_the_name_cannot_be_sent(shown: list[str]) -> None:
    assert [line for line in shown if "●本　外子 (● cannot be sent: see the kana)" in line]


@pytest.mark.parametrize("personal", [False])
def test_nothing_personal_is_shown_unless_it_is_asked_for(shown: list[str]) -> None:
    assert [line for line in shown if "… (● cannot be sent: see the kana)" in line]
    assert "外子" not in "".join(shown)
