"""One application object without a display for the whole run: Qt allows no second kind."""

import os
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from hypothesis import HealthCheck, Phase, settings
from PySide6.QtGui import QGuiApplication

# How long an example takes is nothing that a user notices; on a busy machine it is too long.
ON_A_BUSY_MACHINE: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": (HealthCheck.too_slow,),
}
settings.register_profile("uketsuke", **ON_A_BUSY_MACHINE)
settings.load_profile("uketsuke")
# Of `make prove`: --hypothesis-profile chooses it.
settings.register_profile("walks", print_blob=True, **ON_A_BUSY_MACHINE)
settings.register_profile(
    "mutation",
    **ON_A_BUSY_MACHINE,
    database=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # A failure need not be made small.
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--reader",
        metavar="NAME",
        help="run the contract of card readers on a real one with NAME in its name and a My "
        "Number Card on it; no PIN is sent",
    )


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The kiosk's own kind; pytest-qt would make a QApplication, which needs QtWidgets."""
    return QGuiApplication
