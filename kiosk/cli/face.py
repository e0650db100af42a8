"""`uketsuke face …`: compare pictures, and look at liveness."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kiosk.errors import SetupFault

app = typer.Typer(no_args_is_help=True, help="Face authentication, measured.")

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object")]
ModelOption = Annotated[str, typer.Option(help="sface, dlib, or the path of a manifest")]
DEFAULT_MODEL = "sface"


@app.command()
def compare(
    reference: Annotated[Path, typer.Argument(help="The card's photo")],
    probes: Annotated[list[Path], typer.Argument(help="Pictures of one live person")],
    model: ModelOption = DEFAULT_MODEL,
    json_: JsonOption = False,
) -> None:
    """Say whether the probes, taken together, show the person of the reference."""
    from faceauth.face_model import face_model
    from faceauth.picture_comparison import compare as compare_pictures

    check_there([reference, *probes])
    found = compare_pictures(reference, probes, face_model(model))
    if json_:
        print(json.dumps(found, ensure_ascii=False))
        return
    score = "" if found["score"] is None else f", distance {found['score']:.3f}"
    print(f"{found['decision']}{score} (threshold {found['threshold']:.3f}), "
          f"{found['frames_used']} frames used, {found['elapsed_ms']:.0f} ms")  # fmt: skip
    for each in found["quality"]:
        print(f"  {each['path']}: {each['problem']}")


@app.command()
def liveness(
    clip: Annotated[Path, typer.Argument(help="A clip, or a folder of frames")],
    json_: JsonOption = False,
) -> None:
    """Describe what a recording shows of life, and what speaks against it."""
    from faceauth.liveness.clip_report import report_on

    check_there([clip])
    found = report_on(clip)
    if json_:
        print(json.dumps(found))
    else:
        print("\n".join(f"{name}: {value}" for name, value in found.items()))


def check_there(paths: list[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise SetupFault(f"{path} does not exist.")
