"""The JSON schema for people files, for use by editors, generated from the declaration of `Profile`."""

from __future__ import annotations

import dataclasses
from typing import Any

from .profile import Profile, keys_of

__all__ = ["people_schema"]


def people_schema() -> dict[str, Any]:
    """Return the schema of ``people.yaml``: name → URL, or person (JSON Schema, draft 2020-12)."""
    fields = dataclasses.fields(Profile)
    properties = {key: _property(field) for key, field in zip(keys_of(Profile), fields, strict=True)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The people on a site",
        "description": "Name, family name first → the URL of a home page, or details about the person.",
        "type": ["object", "null"],
        "additionalProperties": {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "properties": properties, "additionalProperties": False},
            ]
        },
    }


def _property(field: dataclasses.Field[Any]) -> dict[str, Any]:
    # YAML reads a year as a number and a day as a date; here, both are text.
    shapes: dict[str, dict[str, Any]] = {
        "aliases": {"type": "array", "items": {"type": "string"}},
        "links": {"type": "object", "additionalProperties": {"type": "string"}},
        "date": {"type": ["string", "number"]},
        "phone": {"type": ["string", "number"]},
    }
    return {**shapes.get(field.name, {"type": "string"}), "description": field.metadata["says"]}
