"""The OpenAPI description of the service, made from the same table as its routes."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from qualification import messages
from simulation.service.operations import OPERATIONS, STATUS, Operation

PATH = "/v1/openapi.json"

_REFUSALS = {
    403: "This kiosk may not ask",
    404: "The session is over, or another kiosk's",
    409: "Not in this state",
    422: "Understood, and refused",
}


def description() -> dict[str, Any]:
    models = {messages.RefusalAnswer} | {
        model for op in OPERATIONS for model in (op.request, op.answer) if model is not None
    }
    _, schemas = models_json_schema(
        [(model, "validation") for model in sorted(models, key=lambda model: model.__name__)],
        ref_template="#/components/schemas/{model}",
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Uketsuke mock online qualification service",
            "version": "1",
            "description": "Over TLS 1.2 or later, with a client certificate for each kiosk.",
        },
        "paths": {
            path: {op.method.lower(): _operation(op) for op in OPERATIONS if op.path == path}
            for path in dict.fromkeys(op.path for op in OPERATIONS)
        },
        "components": {"schemas": schemas["$defs"]},
    }


def _operation(op: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "summary": op.summary,
        "operationId": f"{op.method.lower()}-{op.path.rsplit('/', 1)[1]}",
        "responses": _responses(op),
    }
    if op.request is not None:
        found["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _reference(op.request)}},
        }
    if op.keyed:
        found["parameters"] = [
            {
                "name": "Idempotency-Key",
                "in": "header",
                "required": True,
                "description": "The same for each try of one call, and for no other call",
                "schema": {"type": "string", "pattern": messages.CALL_KEY.pattern},
            }
        ]
    return found


def _responses(op: Operation) -> dict[str, Any]:
    good = (
        {"application/xml": {"schema": {"type": "string"}}}
        if op.answer is None
        else {"application/json": {"schema": _reference(op.answer)}}
    )
    responses: dict[str, Any] = {"200": {"description": "Done", "content": good}}
    for status in sorted({STATUS.get(code, 422) for code in op.refusals}):
        codes = sorted(code.value for code in op.refusals if STATUS.get(code, 422) == status)
        responses[str(status)] = {
            "description": f"{_REFUSALS[status]}: {', '.join(codes)}",
            "content": {"application/json": {"schema": _reference(messages.RefusalAnswer)}},
        }
    if op.request is not None:
        responses["400"] = {"description": "The request is malformed"}
    responses["413"] = {"description": f"More than {messages.MAX_REQUEST_BYTES} bytes"}
    responses["503"] = {"description": "Later, see Retry-After"}
    return responses


def _reference(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{model.__name__}"}
