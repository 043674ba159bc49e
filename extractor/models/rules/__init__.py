"""The embedded default model: rules over the figures of an article."""

from extractor.models.rules.model import RulesModel
from extractor.models.rules.pipeline import draft

__all__ = ["RulesModel", "draft"]
