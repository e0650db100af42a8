"""One application object without a display for the whole run: Qt allows no second kind."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from hypothesis import Phase, settings
from PySide6.QtGui import QGuiApplication

# How long an example takes is nothing that a user notices; on a busy machine it is too long.
settings.register_profile("uketsuke", deadline=None)
settings.load_profile("uketsuke")
# Of `make prove`: --hypothesis-profile chooses it.
settings.register_profile("walks", deadline=None, print_blob=True)
settings.register_profile(
    "mutation",
    deadline=None,
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
