"""`uketsuke provision …`: a new kiosk's settings, staff, keys and certificates."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from common.operators import tell
from kiosk.cli.options import DEFAULT_CONFIG, KioskConfigOption
from kiosk.errors import SetupFault, cannot_read

app = typer.Typer(
    no_args_is_help=True, help="Settings, staff, keys and certificates of this kiosk."
)

CAMERA_LIMIT_S = 60.0
"""For holding a code before the camera."""


@app.command()
def request(
    config: KioskConfigOption = DEFAULT_CONFIG,
    to: Annotated[Path, typer.Option(help="Folder for what goes to the operator")] = Path(),
) -> None:
    """Make the keys that are missing, and the request for a certificate."""
    from kiosk.config_file import load
    from kiosk.provision import make_request

    for path in make_request(load(config), to):
        tell(f"{path} is written")


@app.command("import")
def import_(
    certificate: Annotated[Path, typer.Argument(help="As the service's operator has made it")],
    authority: Annotated[
        Path | None, typer.Option(help="Who signed the service's own certificate")
    ] = None,
    config: KioskConfigOption = DEFAULT_CONFIG,
) -> None:
    """Take a certificate in, once it fits key and facility of this kiosk."""
    from kiosk.config_file import load
    from kiosk.provision import import_certificate

    settings = load(config)
    import_certificate(settings, certificate, authority)
    tell(f"{settings.service.certificate} is written")


@app.command()
def sheet(
    file: Annotated[
        Path | None, typer.Argument(help="As your supplier has prepared it (TOML)")
    ] = None,
    qr: Annotated[
        Path | None, typer.Option("--qr", help="A picture of its QR code, instead")
    ] = None,
    camera: Annotated[
        str | None, typer.Option("--camera", help="A camera that the code is held before, instead")
    ] = None,
    config: KioskConfigOption = DEFAULT_CONFIG,
) -> None:
    """Take in settings, staff and certificates that were prepared for this kiosk."""
    from kiosk.provision_sheet import read, take_in

    match file, qr, camera:
        case Path(), None, None:
            text, origin = _read(file), str(file)
        case None, Path(), None:
            text, origin = _in_picture(qr), str(qr)
        case None, None, str():
            text, origin = _before_camera(camera), camera
        case _:
            raise SetupFault("Name the sheet: its file, --qr PICTURE or --camera DEVICE.")
    for done in take_in(read(text, origin), config):
        tell(f"{done} is written")


def _read(path: Path) -> bytes:
    from common.files import read_regular

    try:
        return read_regular(path)
    except OSError as error:
        raise cannot_read(path, error) from None


def _in_picture(path: Path) -> bytes:
    from faceauth.camera.qr_code import in_picture

    try:
        said = in_picture(path)
    except OSError as error:
        raise cannot_read(path, error) from None
    if said is None:
        raise SetupFault(f"No QR code is found in {path}. Take the picture straight and close.")
    return said


def _before_camera(device: str) -> bytes:
    from faceauth.camera.opencv_camera import OpenCvCamera
    from faceauth.camera.qr_code import before_camera

    tell("Hold the QR code before the camera.")
    with closing(OpenCvCamera(device)) as camera:
        camera.open()
        said = before_camera(camera, CAMERA_LIMIT_S)
    if said is None:
        raise SetupFault(f"No QR code was seen in {CAMERA_LIMIT_S:.0f} s. Hold it nearer.")
    return said


@app.command()
def seal(
    backup: Annotated[Path, typer.Option(help="Folder that the key goes to, off this machine")],
    tpm: Annotated[
        str | None, typer.Option(help="Another TPM than the machine's, as systemd-creds names it")
    ] = None,
    config: KioskConfigOption = DEFAULT_CONFIG,
) -> None:
    """Seal the key of the consents to this machine, by its TPM where it has one."""
    from consent.keys import CREDENTIAL, SEALED
    from kiosk.compose.shared import CONSENT_KEY
    from kiosk.config_file import load
    from kiosk.control import is_running
    from kiosk.sealing import seal as seal_key

    state = load(config).storage.state
    if is_running(state):
        raise SetupFault("The kiosk runs and uses the key. Stop it: systemctl stop uketsuke")
    if seal_key(state / CONSENT_KEY, CREDENTIAL, backup, tpm, sealed=SEALED):
        tell("The key is sealed with the TPM.")
    else:
        tell("This machine has no TPM 2.0: the key is sealed with one that lies on the same disk.")
    tell("Start the kiosk: systemctl daemon-reload; systemctl start uketsuke")
