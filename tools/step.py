"""Set-up steps: run in order, skipped when current, and clear about what went wrong.

A step is current when its stamp holds the digest of what went into it and everything it made is
still there. The stamp is written last, so that an interrupted step simply runs again.
"""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


class StepFailed(Exception):
    """A step could not be done: `why`, and the `remedy` that the person at the keyboard has."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.why = why
        self.remedy = remedy


@dataclass(frozen=True)
class SetUpStep:
    """One step of the set-up.

    `digest` tells what goes into it. Without a `stamp` file, the digest alone decides: an empty
    one means current, as where the system itself can be asked.
    """

    name: str
    does: str
    digest: Callable[[], str]
    run: Callable[[], None]
    stamp: Path | None = None
    makes: tuple[Path, ...] = field(default=())

    def is_current(self, digest: str) -> bool:
        if self.stamp is None:
            return digest == ""
        try:
            stamped = self.stamp.read_text(encoding="utf-8")
        except FileNotFoundError:
            return False
        return stamped == digest and all(path.exists() for path in self.makes)

    def bring_up_to_date(self) -> bool:
        """Return whether there was anything to do. Raises `StepFailed`."""
        digest = self.digest()
        if self.is_current(digest):
            return False
        if self.stamp is not None:
            self.stamp.unlink(missing_ok=True)
        self.run()
        if self.stamp is not None:
            self.stamp.parent.mkdir(parents=True, exist_ok=True)
            self.stamp.write_text(digest, encoding="utf-8")
        return True


def run_steps(steps: Sequence[SetUpStep], say: Callable[[str], None]) -> int:
    """Bring every step up to date; return the exit code: 0, 2 on failure, 130 on Ctrl-C."""
    started = time.monotonic()
    for number, step in enumerate(steps, start=1):
        step_started = time.monotonic()
        say(f"[{number}/{len(steps)}] {step.name}: {step.does} ...")
        try:
            done = step.bring_up_to_date()
        except StepFailed as failure:
            return _tell_failure(step, failure, say)
        except OSError as error:
            return _tell_failure(step, explain_os_error(error), say)
        except KeyboardInterrupt:
            say(f"\nSet-up interrupted in step {step.name!r}. Run it again: it goes on from there.")
            return 130
        took_s = time.monotonic() - step_started
        say(f"      {'done' if done else 'current'} ({took_s:.2f} s)")
    say(f"Set-up is complete ({time.monotonic() - started:.2f} s).")
    return 0


def _tell_failure(step: SetUpStep, failure: StepFailed, say: Callable[[str], None]) -> int:
    say(f"\nSet-up failed in step {step.name!r} ({step.does}).")
    say(f"Why: {failure.why}")
    say(f"What to do: {failure.remedy}")
    return 2


def digest_of(*parts: str | Path) -> str:
    """SHA-256 over texts and the contents of files, in order; a missing file counts as absent."""
    total = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            content = part.read_bytes() if part.exists() else b"absent"
            total.update(str(part).encode() + b"\0" + hashlib.sha256(content).digest())
        else:
            total.update(part.encode() + b"\0")
    return total.hexdigest()


def run_command(command: Sequence[str | Path], extra_env: Mapping[str, str] | None = None) -> None:
    """Run one program quietly; raise `StepFailed` with the end of its output when it fails."""
    arguments = [str(part) for part in command]
    try:
        result = subprocess.run(
            arguments,
            env={**os.environ, **(extra_env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise StepFailed(
            f"the program {arguments[0]} is not there",
            "Remove the folder .venv and run the same command again.",
        ) from error
    if result.returncode != 0:
        tail = "\n".join(f"    | {line}" for line in result.stdout.splitlines()[-15:])
        raise StepFailed(
            f"`{shown(arguments)}` ended with code {result.returncode}:\n{tail}",
            remedy_for(result.stdout),
        )


def shown(arguments: Sequence[str]) -> str:
    """A command as a person may read it: a program text given with -c is left out."""
    return " ".join("..." if "\n" in argument else argument for argument in arguments)


_REMEDIES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("No space left on device", "os error 28", "Errno 28"),
        "The disk is full. Free about 3 GB (a cache in ~/.cache can go) and run it again.",
    ),
    (
        ("dpkg was interrupted",),
        "Run `sudo dpkg --configure -a`, then the same command again.",
    ),
    (
        ("Could not get lock", "is held by process"),
        "Another package manager is at work. Wait until it is done and run it again.",
    ),
    (
        ("do not match the hashes", "hash mismatch"),
        "A download is not the file that was locked. Try another network (a proxy may alter "
        "downloads); if it stays, do not go on, and tell the maintainers.",
    ),
    (
        ("certificate verify failed", "invalid peer certificate", "UnknownIssuer"),
        "The network's TLS authority is not trusted. Name its file in SSL_CERT_FILE.",
    ),
    (
        (
            "Could not resolve",
            "Temporary failure",
            "Name or service not known",
            "Failed to fetch",
            "Failed to establish a new connection",
            "Network is unreachable",
            "Connection refused",
            "Connection timed out",
            "ConnectTimeout",
            "Read timed out",
            "dns error",
            "error sending request",
            "No matching distribution found",
        ),
        "The network does not answer. Check the connection; behind a proxy set HTTPS_PROXY, with "
        "a package mirror set PIP_INDEX_URL. Then run it again: finished steps are kept.",
    ),
    (
        ("Permission denied", "Read-only file system"),
        "A folder cannot be written. Give yourself the checkout: `sudo chown -R $USER .`",
    ),
)


def remedy_for(output: str) -> str:
    """What to do about a failed program, as far as its output tells."""
    said = output.casefold()
    for signs, remedy in _REMEDIES:
        if any(sign.casefold() in said for sign in signs):
            return remedy
    return "Read the lines above. After mending the cause run the same command again."


def explain_os_error(error: OSError) -> StepFailed:
    text = f"{error.strerror or error} ({error.filename})" if error.filename else str(error)
    if error.errno == errno.ENOSPC:
        text = f"No space left on device: {text}"
    return StepFailed(text, remedy_for(text))


def files_below(folder: Path, patterns: Iterable[str]) -> list[Path]:
    """Every file below `folder` that matches one of the patterns, sorted."""
    return sorted({path for pattern in patterns for path in folder.rglob(pattern)})
