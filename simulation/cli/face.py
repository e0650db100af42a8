"""`uketsuke face evaluate` and `calibrate`: how well faces are told apart, on sets of people."""

import json
import os
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli.face import DEFAULT_MODEL, JsonOption, ModelOption, check_there
from kiosk.cli.face import app as face_commands
from kiosk.errors import SetupFault

if TYPE_CHECKING:
    from faceauth.matcher import CardFaceMatcher
    from simulation.evaluation.attempts import WithOthersThresholds

FoldersArgument = Annotated[list[Path], typer.Argument(help="Folders of PERSON/IMAGE")]


@face_commands.command()
def evaluate(
    folders: FoldersArgument,
    model: ModelOption = DEFAULT_MODEL,
    per_person_frames: Annotated[int, typer.Option(min=1, help="Live frames fused")] = 3,
    card_grade: Annotated[
        bool, typer.Option("--card-grade", help="References as grey JPEG 2000, 3 KB")
    ] = False,
    degraded: Annotated[
        bool, typer.Option(help="Bad frames and a poor card too; three times as long")
    ] = True,
    stock: Annotated[bool, typer.Option(help="The stock recipe beside ours; twice as long")] = True,
    bootstrap: Annotated[int, typer.Option(min=1, help="Draws for intervals")] = 500,
    json_: JsonOption = False,
    plot: Annotated[Path | None, typer.Option(help="PNG of DET curves and scores")] = None,
) -> None:
    """Measure rates over sets of people."""
    from faceauth.face_model import face_model
    from faceauth.pictures import StageTimes
    from simulation.evaluation import report
    from simulation.evaluation.calibrate import set_left_out
    from simulation.evaluation.pictures import Reading, read_set
    from simulation.evaluation.plot import draw
    from simulation.evaluation.stock import StockRecipe

    check_there(folders)
    _check_writable("--plot", plot)
    if len({each.resolve().name for each in folders}) < len(folders):
        raise SetupFault("Two sets have the same name; the folders must be named differently.")
    used, times = face_model(model), StageTimes()
    calibration = used.calibration
    recipe = StockRecipe() if stock else None
    how = Reading(used.embedding, recipe, card_grade, degraded, times)
    sets = [read_set(folder, how) for folder in folders]
    measured = [report.measure_set(each, per_person_frames) for each in sets]
    found: dict[str, Any] = {
        "model": used.manifest.name,
        "per_person_frames": per_person_frames,
        "card_grade": card_grade,
        "calibration": {"sha256": calibration.sha256, "made_on": calibration.made_on},
        **report.report_on(report.pooled(measured), sets, calibration, bootstrap),
        "sets": {
            each.name: report.report_on(each, [faces], calibration, bootstrap)
            for each, faces in zip(measured, sets, strict=True)
        },
        "set_left_out": set_left_out(measured, calibration.false_accept_target),
        "degraded": {
            faces.name: report.report_on_degraded(faces, per_person_frames, calibration, bootstrap)
            for faces in (sets if degraded else [])
        },
        "median_ms": times.medians_ms(),
    }
    if plot is not None:
        draw(measured, calibration.threshold, plot)
    if json_:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print_rates(found)


@face_commands.command()
def calibrate(
    folders: FoldersArgument,
    out: Annotated[Path, typer.Option(help="The calibration file")],
    provenance: Annotated[str, typer.Option(help="Whose pictures, on what terms")],
    model: Annotated[
        str, typer.Option(help="sface, dlib, or a manifest, whose calibration need not be there")
    ] = DEFAULT_MODEL,
    target: Annotated[float, typer.Option(min=1e-6, max=0.5, help="False-accept target")] = 1e-4,
    only_these: Annotated[
        bool, typer.Option("--only-these", help="Nobody comes whose group is in none of the sets")
    ] = False,
    key: Annotated[
        Path | None, typer.Option(help="Ed25519 key (PEM) that signs; else one used once")
    ] = None,
) -> None:
    """Make a calibration from people who agreed to it; prints what its thresholds rest on."""
    from faceauth.calibration import read_signing_key
    from faceauth.face_model import embedding_of, manifest_path, read_manifest
    from faceauth.pictures import StageTimes
    from simulation.evaluation.calibrate import FRAMES, write
    from simulation.evaluation.calibrate import calibrate as make
    from simulation.evaluation.pictures import Reading, read_set
    from simulation.evaluation.report import measure_set

    check_there(folders)
    _check_writable("--out", out)
    signing_key = read_signing_key(key)
    embedding = embedding_of(read_manifest(manifest_path(model)))
    how = Reading(embedding, None, card_grade=True, degraded=False, times=StageTimes())
    measured = [measure_set(read_set(folder, how), FRAMES) for folder in folders]
    calibration = make(measured, embedding.identity, target, provenance, only_these)
    written = write(out, calibration, measured, signing_key, only_these)
    print(json.dumps(written, ensure_ascii=False, indent=1))


@face_commands.command()
def attempts(
    folders: FoldersArgument,
    model: ModelOption = DEFAULT_MODEL,
    per_person: Annotated[int, typer.Option(min=1, help="Cards of each person")] = 2,
    strangers: Annotated[int, typer.Option(min=0, help="Cards of others, for each person")] = 2,
    only: Annotated[
        str | None, typer.Option(help="One kind of frames, or strangers; without it, all")
    ] = None,
    json_: JsonOption = False,
) -> None:
    """Play whole attempts as at the kiosk: who is let in, and how soon.

    Strangers have all the tries of a visit; where there are several sets, the thresholds for those
    of one come from the others.
    """
    from faceauth.matcher import CardFaceMatcher, preload
    from faceauth.port import LivenessLevel
    from kiosk.session.identification import FACE_ATTEMPTS
    from simulation.evaluation.attempts import (
        KINDS,
        STRANGERS,
        attempts_of,
        portraits_of,
        report_on,
        strangers_visits,
    )

    check_there(folders)
    if only not in (None, STRANGERS, *KINDS):
        raise SetupFault(f"--only is one of: {', '.join((*KINDS, STRANGERS))}")
    preload()
    matcher = CardFaceMatcher(LivenessLevel.PASSIVE, model)
    kinds = [kind for kind in KINDS if only in (None, kind)]
    found: dict[str, Any] = {}
    people = {folder: portraits_of(folder) for folder in folders}
    for kind in kinds:
        of_all = [attempts_of(each, kind, matcher, per_person) for each in people.values()]
        found[kind] = report_on(list(chain.from_iterable(of_all)))
    if strangers and only in (None, STRANGERS):
        matchers = _matchers_without(folders, matcher, model)
        visits = [
            strangers_visits(each, matchers.get(folder, matcher), strangers)
            for folder, each in people.items()
        ]
        found[STRANGERS] = report_on(list(chain.from_iterable(visits))) | {
            "tries": FACE_ATTEMPTS,
            "thresholds": {
                folder.name: each.model.calibration.threshold for folder, each in matchers.items()
            },
        }
    if json_:
        print(json.dumps(found, ensure_ascii=False))
        return
    for kind, each in found.items():
        print(f"{kind:24}{each['attempts']:>6} attempts, {each['matches']:>5} let in, "
              f"{each['within_3_s']:>5} within 3 s; median {each['median_ms']} ms, "
              f"p95 {each['p95_ms']} ms")  # fmt: skip


def _matchers_without(
    folders: list[Path], matcher: "CardFaceMatcher", model: str
) -> dict[Path, "WithOthersThresholds"]:
    """For each folder, thresholds of the others; none where there is one folder only."""
    from faceauth.face_model import face_model
    from faceauth.pictures import StageTimes
    from simulation.evaluation.attempts import WithOthersThresholds
    from simulation.evaluation.calibrate import FRAMES, calibrations_without
    from simulation.evaluation.pictures import Reading, read_set
    from simulation.evaluation.report import measure_set

    if len(folders) < 2:
        return {}
    used = face_model(model)
    how = Reading(used.embedding, None, card_grade=True, degraded=False, times=StageTimes())
    measured = [measure_set(read_set(folder, how), FRAMES) for folder in folders]
    calibrations = calibrations_without(
        measured, used.embedding.identity, used.calibration.false_accept_target
    )
    return {
        folder: WithOthersThresholds(matcher, replace(used, calibration=calibrations[each.name]))
        for folder, each in zip(folders, measured, strict=True)
    }


@face_commands.command()
def attacks(
    presentations: Annotated[Path, typer.Argument(help="CSV of species,outcome")],
    json_: JsonOption = False,
) -> None:
    """Error rates of presentation attacks and of people (docs/pad-test.md)."""
    from simulation.evaluation.presentation_attacks import report

    check_there([presentations])
    found = report(presentations)
    if json_:
        print(json.dumps(found, ensure_ascii=False))
        return
    for name, each in found["species"].items():
        print(f"{name:24}APCER {_share(each['apcer'])}   no response {_share(each['apnrr'])}")
    print(f"{'people':24}BPCER {_share(found['bpcer'])}   no response {_share(found['bpnrr'])}")


def _share(each: dict[str, Any]) -> str:
    if each["rate"] is None:
        return "-"
    return f"{each['count']} of {each['of']} ({each['rate']:.1%}, up to {each['upper_95']:.1%})"


def _check_writable(option: str, path: Path | None) -> None:
    """Before minutes of computing, not after them."""
    if path is None:
        return
    folder = path.absolute().parent
    if path.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise SetupFault(f"{option} {path} cannot be written: name a file in a folder of yours.")


def _print_rates(found: dict[str, Any]) -> None:
    print(f"{found['model']}, {found['per_person_frames']} live frames; calibration of "
          f"{found['calibration']['made_on']}; ms {found['median_ms']}")  # fmt: skip
    print(f"{'set':18}{'people':>7}{'genuine':>9}{'impostor':>9}{'tar':>8}{'far':>9}"
          f"{'far 95% up to':>15}{'stock far/frr at 0.6':>22}{'stock tar@1e-3':>16}")  # fmt: skip
    for name, each in {**found["sets"], "pooled": found}.items():
        at = each["operating_point"]
        print(f"{name:18}{each['identities']:>7}{each['genuine_pairs']:>9}"
              f"{each['impostor_pairs']:>9}{at['tar']:>8.2%}{at['far']['value']:>9.3%}"
              f"{at['far']['ci95_high']:>15.3%}{_stock(each['stock'])}")  # fmt: skip
    if found["set_left_out"]:
        print("\nWith the threshold that the other sets give:")
    for name, each in found["set_left_out"].items():
        print(f"{name:10}threshold {each['threshold']:.3f}  {_rates(each)}")
    for name, kinds in found["degraded"].items():
        print(f"\n{name}, degraded:")
        for kind, each in kinds.items():
            found_of = f"  {each['not_found']} of {each['frames']} not found, " \
                f"{each['refused']} refused" if "frames" in each else ""  # fmt: skip
            print(f"  {kind:24}{_rates(each)}{found_of}")


def _stock(each: dict[str, Any] | None) -> str:
    if each is None:
        return ""
    at = each["operating_point"]
    return f"{at['far']:>13.2%} /{at['frr']:>6.2%}{each['tar_at_far']['1e-3']:>16.2%}"


def _rates(each: dict[str, Any]) -> str:
    if each["tar"] is None:
        return "too few faces are found"
    low, high = 1 - each["frr"]["ci95_high"], 1 - each["frr"]["ci95_low"]
    return (
        f"tar {each['tar']:.2%} ({low:.1%} to {high:.1%})  "
        f"far {each['far']['value']:.3%} (up to {each['far']['ci95_high']:.3%})"
    )
