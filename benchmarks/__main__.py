"""Everything that `make bench` measures on this machine; one core each but for the archive."""

from benchmarks import archive, extraction, finder, scoring, stages
from benchmarks.errors.__main__ import main as errors


def main() -> None:
    """Run each benchmark and print what it measures."""
    finder.main()
    stages.main()
    extraction.main()
    scoring.main()
    archive.main(["1000"])
    errors([])


if __name__ == "__main__":
    main()
