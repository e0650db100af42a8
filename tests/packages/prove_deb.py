"""`make prove NAME=deb`: the packages installed as a vendor does, into a clean Debian 12.

As root, with mmdebstrap and a Debian mirror. Each step is a line with its result; the first that
fails ends it. The packages are those in dist/ (`make deb`).
"""

import json
import os
import re
import shutil
import ssl
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from urllib.request import urlopen

from tests.packages.debian_root import TPM_LIBRARIES, Root, clean_debian
from tests.waiting import eventually

FACILITY = """[facility]
code = "1312345678"
[service]
url = "https://localhost:9"
[identity]
proof = "none"
"""
_NAMED_LIBRARIES = """
own=/usr/lib/uketsuke/_internal
export LD_LIBRARY_PATH=$own:$own/PySide6/Qt/lib
find $own -name '*.so*' -type f -exec ldd '{}' ';'
"""
SESSIONS = ("pin", "face")
DESK = "/etc/uketsuke-console"
CONSOLE = """facility_code = "1312345678"
state = "/var/lib/uketsuke-console"
[staff]
host = "127.0.0.1"
port = 0
certificate = "certificate.pem"
key = "key.pem"
[kiosks]
port = 0
certificate = "certificate.pem"
key = "key.pem"
authority = "certificate.pem"
"""


def prove_kiosk(root: Root) -> Iterator[str]:
    root.install(root.put("uketsuke"))
    yield "apt-get install ./uketsuke_*.deb asks nothing"
    named = root.run("sh", "-c", _NAMED_LIBRARIES, check=False).stdout
    assert "libwayland-cursor.so.0 =>" in named, named[-2000:]
    missing = {line.strip() for line in named.splitlines() if "not found" in line}
    assert not missing, missing
    yield "every library that the program and its plugins name is in it or came with the package"
    modes = root.run(
        "stat",
        "-c",
        "%n %a %U",
        "/var/lib/uketsuke/state",
        "/var/log/uketsuke",
        "/etc/uketsuke/pki",
    ).stdout.splitlines()
    assert modes == [
        "/var/lib/uketsuke/state 700 uketsuke",
        "/var/log/uketsuke 750 uketsuke",
        "/etc/uketsuke/pki 700 uketsuke",
    ], modes
    assert root.path("/etc/systemd/system/graphical.target.wants/uketsuke.service").is_symlink()
    yield "account, folders with their modes, and the unit, which starts at the next boot"
    said = root.run("uketsuke", "doctor", check=False)
    assert said.returncode == 1
    assert "still the sample's" in said.stdout, said.stdout
    yield "the sample's facility code is told and not accepted"
    root.path("/etc/uketsuke/conf.d/50-facility.toml").write_text(FACILITY, "utf-8")
    root.run("uketsuke", "provision", "request", "--to", "/var/tmp")
    key = root.path("/etc/uketsuke/pki/kiosk.key").stat()
    folder = root.path("/etc/uketsuke/pki").stat()
    assert (key.st_uid, key.st_mode & 0o777) == (folder.st_uid, 0o600)
    sign = "openssl req -x509 -in /var/tmp/request.pem -key /etc/uketsuke/pki/kiosk.key -days 90"
    root.install("openssl")
    root.run("sh", "-c", f"{sign} -out /var/tmp/kiosk.pem")
    root.run(
        "uketsuke", "provision", "import", "/var/tmp/kiosk.pem", "--authority", "/var/tmp/kiosk.pem"
    )
    yield "keys made, request written, certificate taken in"
    said = root.run("setpriv", "--reuid=uketsuke", "--regid=uketsuke", "--init-groups",
                    "uketsuke", "doctor", "--json", check=False)  # fmt: skip
    findings = [json.loads(line) for line in said.stdout.splitlines()]
    found = {each["subject"]: each["verdict"] for each in findings}
    well = (
        "configuration",
        "files",
        "certificate",
        "disk",
        "results",
        "fonts",
        "processor",
        "face",
    )
    assert all(found[subject] == "ok" for subject in well), said.stdout
    assert found["service"] == found["reader"] == "fail"
    yield f"doctor: {', '.join(well)} are well; {', '.join(s for s in found if s not in well)} told"
    unit = root.run(
        "systemd-analyze", "security", "--offline=true", "--threshold=25",
        "/lib/systemd/system/uketsuke.service",
    )  # fmt: skip
    yield f"systemd-analyze security: {unit.stdout.strip().splitlines()[-1]}"


def prove_sealed_key(root: Root) -> Iterator[str]:
    root.install("swtpm", *TPM_LIBRARIES, "libtss2-tcti-swtpm0")
    key = root.path("/var/lib/uketsuke/state/consent.key")
    key.write_text(f"uketsuke-consent-key-1\n{'5a' * 32}\n", "ascii")
    backup = root.path("/var/tmp/backup")
    backup.mkdir()
    unreadable = (
        "systemd-creds --name=uketsuke-consent-key decrypt /etc/uketsuke/consent-key.cred -"
    )
    tpm = "swtpm:path=/var/tmp/tpm"
    with root.started("root", "swtpm", "socket", "--tpm2", "--tpmstate", "dir=/var/tmp",
                      "--server", "type=unixio,path=/var/tmp/tpm", "--ctrl",
                      "type=unixio,path=/var/tmp/tpm.ctrl", "--flags",
                      "not-need-init,startup-clear", "--log", "file=/dev/null"):  # fmt: skip
        assert eventually(root.path("/var/tmp/tpm").exists)
        root.run("uketsuke", "provision", "seal", "--backup", "/var/tmp/backup", "--tpm", tpm)
        assert not key.exists()
        again = root.run("sh", "-c", f"{unreadable} --tpm2-device={tpm}").stdout
        assert again == (backup / "consent.key").read_text("ascii")
    drop_in = root.path("/etc/systemd/system/uketsuke.service.d/50-consent-key.conf")
    assert "uketsuke-consent-key:/etc/uketsuke/consent-key.cred" in drop_in.read_text("ascii")
    assert root.run("sh", "-c", unreadable, check=False).returncode != 0
    yield "provision seal: the consent key by a TPM 2.0 (swtpm), and not to be opened without it"


def prove_upgrade_and_end(root: Root) -> Iterator[str]:
    ledger = root.path("/var/lib/uketsuke/state/consent.sqlite")
    ledger.write_bytes(b"kept")
    package = root.put("uketsuke")
    root.run("apt-get", "install", "-y", "--reinstall", package)
    settings = root.path("/etc/uketsuke/conf.d/50-facility.toml")
    assert (ledger.read_bytes(), settings.read_text("utf-8")) == (b"kept", FACILITY)
    yield "installed anew: ledger and settings stay"
    for how in ("remove", "purge"):
        said = root.run("apt-get", how, "-y", "uketsuke").stdout
        assert "/var/lib/uketsuke/state" in said, said
        assert ledger.read_bytes() == b"kept"
        assert root.path("/etc/uketsuke/pki/kiosk.key").exists()
        yield f"{how}: ledger and keys stay, and it says where"


def prove_demo(root: Root) -> Iterator[str]:
    root.install(root.put("uketsuke-demo"), "xvfb", "xdotool", "xauth", "libgl1-mesa-dri")
    assert root.path("/usr/share/applications/uketsuke-demo.desktop").exists()
    yield "apt-get install ./uketsuke-demo_*.deb; a menu entry"
    for scenario in SESSIONS:
        done = root.run("uketsuke-demo", "rehearse", scenario, "--display", "x11", check=False)
        assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        yield f"{scenario}: a whole session in a real window (X11)"


def prove_console(root: Root) -> Iterator[str]:
    root.install(root.put("uketsuke-console"), "openssl")
    modes = root.run("stat", "-c", "%n %a %U", "/etc/uketsuke-console", "/var/lib/uketsuke-console")
    assert modes.stdout.splitlines() == [
        "/etc/uketsuke-console 750 root",
        "/var/lib/uketsuke-console 700 uketsuke-console",
    ], modes.stdout
    unit = "/etc/systemd/system/multi-user.target.wants/uketsuke-console.service"
    assert root.path(unit).is_symlink()
    yield "apt-get install ./uketsuke-console_*.deb: account, folders, and the unit"
    root.path(f"{DESK}/config.toml").write_text(CONSOLE, "utf-8")
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    root.run(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject,
        "-keyout", f"{DESK}/key.pem", "-out", f"{DESK}/certificate.pem",
    )  # fmt: skip
    root.run("chgrp", "-R", "uketsuke-console", DESK)
    root.run("chmod", "640", f"{DESK}/key.pem")
    account = (
        f"echo a-long-password | uketsuke-console account add Reception --config {DESK}/config.toml"
    )
    number = root.run("runuser", "-u", "uketsuke-console", "--", "sh", "-c", account).stdout.strip()
    assert number, "no number was given"
    yield "an account for the reception"
    with root.started("uketsuke-console", "uketsuke-console", "run", "--config",
                      f"{DESK}/config.toml") as started:  # fmt: skip
        port = re.search(r"https://127\.0\.0\.1:(\d+)", started.readline())
        assert port is not None
        trusted = ssl.create_default_context(cafile=root.path(f"{DESK}/certificate.pem"))
        with urlopen(f"https://127.0.0.1:{port[1]}/", context=trusted, timeout=60) as page:
            assert page.status == 200
            assert 'type="password"' in page.read().decode()
    yield "its page asks who is there, over TLS"
    said = root.run("apt-get", "purge", "-y", "uketsuke-console").stdout
    assert "/var/lib/uketsuke-console" in said, said
    assert root.path("/var/lib/uketsuke-console/console.sqlite").exists()
    yield "purge: what it keeps stays, and it says where"


def main() -> int:
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        print("This needs root and mmdebstrap (apt-get install mmdebstrap).", file=sys.stderr)
        return 2
    for name, proofs in (
        ("kiosk", (prove_kiosk, prove_sealed_key, prove_upgrade_and_end)),
        ("console", (prove_console,)),
        ("demo", (prove_demo,)),
    ):
        if name in (sys.argv[1:] or ("kiosk", "console", "demo")):
            with clean_debian() as root:
                prove(root, proofs)
    return 0


def prove(root: Root, proofs: Sequence[Callable[[Root], Iterator[str]]]) -> None:
    for each in proofs:
        started_s = time.monotonic()
        for line in each(root):
            print(f"ok   {line} ({time.monotonic() - started_s:.0f} s)", flush=True)
            started_s = time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
