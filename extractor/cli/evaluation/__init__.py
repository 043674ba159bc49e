"""The commands `extractor eval …`: score models on gold, measure the finder, hold the gate."""

from typing import Any

import typer
from typer.core import TyperGroup

from extractor.cli.evaluation.gates import figure_lists, gate
from extractor.cli.evaluation.report import report
from extractor.cli.evaluation.runs import compare, explain, export, rescore, run, show

__all__ = ["evaluation"]


class _RunByDefault(TyperGroup):
    """`extractor eval GOLD` is short for `extractor eval run GOLD`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


evaluation = typer.Typer(
    cls=_RunByDefault,
    help="Score models on gold; measure the finder; hold the gate. "
    "`extractor eval --model A` is short for `extractor eval run --model A`; see `eval run --help`.",
)

for command in (run, show, compare, explain, export, report, rescore, gate):
    evaluation.command()(command)
evaluation.command("figures")(figure_lists)
