"""Everything that `make bench` measures on this machine, one core each."""

from benchmarks import extraction, finder, stages


def main() -> None:
    """Run each benchmark and print what it measures."""
    finder.main()
    stages.main()
    extraction.main()


if __name__ == "__main__":
    main()
