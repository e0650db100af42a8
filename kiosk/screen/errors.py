"""Errors of the screens.

UiError
├── TranslationsNotCompiled   the world's: lrelease is missing or cannot write
├── PictureNotSaved           the world's: the screenshot could not be written
├── SceneNotLoaded            our bug: a QML file does not load
└── CannotTap                 a script's: the control is not there to be tapped
"""


class UiError(Exception):
    """Base of all errors of the screens."""


class TranslationsNotCompiled(UiError):
    """The compiled texts are absent or stale and could not be made."""


class PictureNotSaved(UiError):
    """A picture of the screen could not be written."""


class SceneNotLoaded(UiError):
    """A QML file has an error; the message is Qt's."""


class CannotTap(UiError):
    """A control is absent, hidden, off the screen or covered by another one."""
