"""The configuration that an installer copies is complete, and is one for real hardware."""

import os
from collections.abc import Iterator

import pytest

from kiosk.config import Config
from kiosk.config_file import load
from kiosk.errors import SetupFault
from tests.architecture.source_tree import ROOT

EXAMPLE = ROOT / "packaging" / "uketsuke.toml"


@pytest.fixture(autouse=True)
def no_settings_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("UKETSUKE_")]:
        monkeypatch.delenv(name)


def test_the_example_loads_with_a_facility_code_and_not_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(SetupFault, match=r"facility\.code.*still the sample's"):
        load(EXAMPLE)
    monkeypatch.setenv("UKETSUKE_FACILITY__CODE", "1312345678")
    load(EXAMPLE)


def test_the_example_shows_every_setting_of_a_real_kiosk() -> None:
    text = EXAMPLE.read_text("utf-8")
    settings = {
        name for section in Config.model_fields.values() for name in _names(section.annotation)
    }
    assert sorted(name for name in settings if f"{name} = " not in text) == []


def _names(section: object) -> Iterator[str]:
    for name, field in getattr(section, "model_fields", {}).items():
        inner = list(_names(field.annotation))
        yield from (f"{name}.{each}" for each in inner)
        if not inner:
            yield name
