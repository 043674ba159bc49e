"""Everything that `make bench` measures on this machine, one core each."""

from benchmarks import extraction, finder, stages
from benchmarks.errors.__main__ import main as errors


def main() -> None:
    """Run each benchmark and print what it measures."""
    finder.main()
    stages.main()
    extraction.main()
    errors([])


if __name__ == "__main__":
    main()
