"""What a model fills, and how code turns it into a record."""

from extractor.draft.resolve import Resolution, resolve
from extractor.draft.schema import Draft, Patch, draft_schema, patch_schema

__all__ = ["Draft", "Patch", "Resolution", "draft_schema", "patch_schema", "resolve"]
