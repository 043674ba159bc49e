import subprocess
import sys

HEAVY = ("openai", "instructor", "httpx", "opencc", "numpy")
MODULES = ("align", "gate", "gold", "run", "score", "summary", "table", "text")


def test_the_harness_loads_no_client_of_a_model():
    """Scoring and the gate run where no model's library is installed."""
    imports = "; ".join(f"import extractor.evals.{name}" for name in MODULES)
    code = f"import sys; {imports}; print([name for name in {HEAVY!r} if name in sys.modules])"

    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert loaded.strip() == "[]"
