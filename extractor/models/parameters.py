"""Further fields of a body, without those that a service has been found not to take."""

import logging
from collections.abc import Mapping
from typing import Any

_log = logging.getLogger(__name__)

LIMITS = ("max_completion_tokens", "max_output_tokens", "max_tokens")
"""What services call the most tokens that an answer may have, reasoning included."""


class Parameters:
    """Fields that are sent until the service refuses them; then they are left out for good.

    The limit of an answer is not left out but called by its other name: reasoning models take
    `max_completion_tokens` alone, and older servers only `max_tokens`.

    Args:
        fields: the fields by name.
        limits: what the interface calls the limit, the better name first.
    """

    def __init__(self, fields: Mapping[str, Any], *, limits: tuple[str, ...]) -> None:
        self._fields = {
            limits[0] if name in LIMITS and name not in limits else name: value
            for name, value in fields.items()
        }
        self._untried = [limit for limit in limits if limit not in self._fields]

    @property
    def fields(self) -> Mapping[str, Any]:
        """The fields as they are to be sent now."""
        return self._fields

    def refuse(self, name: str) -> None:
        """Note that the service does not take a field; another request may have found that out."""
        if name not in self._fields:
            return
        fields = dict(self._fields)
        value = fields.pop(name)
        if name in LIMITS and self._untried:
            fields[self._untried.pop()] = value
        else:
            _log.warning("the service does not take %s; it is asked without", name)
        self._fields = fields
