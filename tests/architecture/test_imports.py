"""Who may import what."""

from collections.abc import Iterable

import pytest

from tests.architecture.source_tree import (
    DEVICE_PACKAGES,
    PRODUCT_PACKAGES,
    SIMULATION,
    Module,
    is_within,
    modules,
)

COMPOSITION_ROOTS = "kiosk.compose"

# The session must stay a pure function: these are all of Python that it may use.
PURE_PARTS_OF_PYTHON = {
    "collections",
    "collections.abc",
    "dataclasses",
    "datetime",
    "enum",
    "typing",
}

# Modules outside the composition roots that may reach past a port, and why.
KNOWS_MORE_THAN_PORTS: dict[str, tuple[str, ...]] = {
    # The card's commands and numbers are pure protocol over the port's connection: there is one
    # My Number Card, and its virtual twin speaks the same bytes.
    "kiosk.worker": ("reader.card", "reader.number_b"),
    # It checks a card's signature as the reader does, where the reader is not believed.
    "kiosk.signer.proof_check": ("reader.card_face",),
    # Audits read the ledger's file without a kiosk around it.
    "kiosk.cli.consent": ("consent",),
    # Likewise the queue, and the receipt computer's side of the result folder.
    "kiosk.cli.results": ("consent", "qualification"),
    # A tool for whoever looks after the reader: no kiosk around it either.
    "kiosk.cli.card": ("reader",),
    # A code before the camera says who a new kiosk is, and its key gets its name: none runs yet.
    "kiosk.cli.provision": ("consent.keys", "faceauth"),
    # Comparing pictures needs no kiosk around it either.
    "kiosk.cli.face": ("faceauth",),
    # Loading the models before the fork is what this module is for.
    "kiosk.worker.preload": (COMPOSITION_ROOTS,),
    "kiosk.worker.preload_faces": ("faceauth",),
}


def breaches(allowed: Iterable[tuple[Module, str, bool]]) -> list[str]:
    return [f"{module} imports {name}" for module, name, ok in allowed if not ok]


@pytest.mark.parametrize("package", DEVICE_PACKAGES)
def test_device_packages_know_only_the_ground_floor(package: str) -> None:
    others = [other for other in PRODUCT_PACKAGES if other not in (package, "common")]
    assert not breaches(
        (module, name, not any(is_within(name, other) for other in others))
        for module in modules()
        if module.package == package
        for name in module.imports
    )


def test_the_ground_floor_stands_on_nothing_of_ours() -> None:
    others = [other for other in PRODUCT_PACKAGES if other != "common"]
    assert not breaches(
        (module, name, not any(is_within(name, other) for other in others))
        for module in modules(("common",))
        for name in module.imports
    )


def test_the_product_imports_nothing_of_the_simulation() -> None:
    assert not breaches(
        (module, name, not is_within(name, SIMULATION))
        for module in modules()
        for name in module.imports
    )


def test_each_composition_is_imported_in_its_own_process_only() -> None:
    """The screen does not wait for what only workers and delivery need."""
    assert not breaches(
        (module, name, False)
        for module in modules()
        if not is_within(module.name, COMPOSITION_ROOTS) and module.name != "kiosk.worker.preload"
        for name in module.imports
        if name in {"kiosk.compose.worker", "kiosk.compose.signer", "kiosk.compose.delivery"}
    )


def test_the_session_is_pure() -> None:
    def is_pure(name: str) -> bool:
        return (
            name in PURE_PARTS_OF_PYTHON
            or is_within(name, "kiosk.session")
            or is_within(name, "common")
            or name in {f"{package}.port" for package in DEVICE_PACKAGES}
        )

    assert not breaches(
        (module, name, is_pure(name))
        for module in modules()
        if is_within(module.name, "kiosk.session")
        for name in module.imports
    )


def test_the_session_meets_devices_at_their_ports_only() -> None:
    assert not breaches(
        (module, name, name.endswith(".port"))
        for module in modules()
        if is_within(module.name, "kiosk.session")
        for name in module.imports
        if name.split(".")[0] in DEVICE_PACKAGES
    )


def test_only_the_composition_roots_name_concrete_parts() -> None:
    def may(module: Module, name: str) -> bool:
        if name.split(".", 1)[1:] in (["port"], ["errors"]):
            return True
        return any(
            is_within(module.name, who) and any(is_within(name, part) for part in parts)
            for who, parts in KNOWS_MORE_THAN_PORTS.items()
        )

    assert not breaches(
        (module, name, may(module, name))
        for module in modules()
        if module.package == "kiosk" and not is_within(module.name, COMPOSITION_ROOTS)
        for name in module.imports
        if name.split(".")[0] in DEVICE_PACKAGES
    )


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("PySide6", ["kiosk.screen"]),
        ("shiboken6", ["kiosk.screen"]),
        ("smartcard", ["reader.pcsc", "reader.pcsc_codes"]),
        ("cv2", ["faceauth", "reader.surface.ocr"]),
        ("dlib", ["faceauth"]),
        ("rapidocr", ["reader.surface.ocr"]),
        ("httpx2", ["qualification"]),
        ("starlette", []),
        ("uvicorn", []),
        ("sqlalchemy", []),
        ("asn1crypto", []),
        ("pyhanko_certvalidator", []),
    ],
)
def test_a_library_stays_in_its_home(library: str, homes: list[str]) -> None:
    assert not breaches(
        (module, name, any(is_within(module.name, home) for home in homes))
        for module in modules()
        for name in module.imports
        if is_within(name, library)
    )


@pytest.mark.parametrize("entry", ["kiosk.worker.preload", "simulation.worker"])
def test_what_is_loaded_for_each_patient_has_no_screen(entry: str) -> None:
    every = {module.name: module for module in modules((*PRODUCT_PACKAGES, SIMULATION))}
    loaded: set[str] = set()
    wanted = {entry}
    while wanted:
        loaded |= wanted
        wanted = {name for each in wanted if each in every for name in every[each].imports}
        wanted -= loaded
    assert {"faceauth.matcher", "kiosk.worker.parts"} <= loaded
    assert not {name for name in loaded if is_within(name, "PySide6")}


def test_face_recognition_is_not_imported() -> None:
    """It needs pkg_resources and loads every model; dlib is called directly instead."""
    assert not breaches(
        (module, name, False)
        for module in modules()
        for name in module.imports
        if is_within(name, "face_recognition") or is_within(name, "face_recognition_models")
    )


def test_the_product_does_not_import_tests() -> None:
    assert not breaches(
        (module, name, not is_within(name, "tests"))
        for module in modules()
        for name in module.imports
    )
