"""llama.cpp's own server with the tiny model, as a process: it can be frozen, killed, and crash.

Usage: python tiny_server.py FOLDER [--context TOKENS] [--key KEY]

It prints its address, and serves until its standard input is closed.
"""

import argparse
import os
import sys
from pathlib import Path

import xllamacpp
from tiny_model import write_tiny_model

_SLOTS = 2
_MAX_ANSWER = 350  # tokens; without a limit an answer without an end would take the whole context


def main() -> None:
    """Make the model, serve it, and stop with whoever started the server."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--context", type=int, default=16_384, help="tokens of each request")
    parser.add_argument("--key", help="the only key to accept; without it, any")
    options = parser.parse_args()
    path = options.folder / "tiny.gguf"
    write_tiny_model(path)
    server = xllamacpp.Server(_parameters(path, context=options.context, key=options.key))
    print(server.listening_address, flush=True)  # noqa: T201  it is the answer to who started us
    sys.stdin.read()
    os._exit(0)  # the server's own way out waits for what it is computing


def _parameters(path: Path, *, context: int, key: str | None) -> xllamacpp.CommonParams:
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(path)
    parameters.model_alias = {"tiny"}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0  # any free one
    parameters.api_keys = [key] if key else []
    parameters.n_parallel = _SLOTS
    parameters.n_ctx = _SLOTS * context
    parameters.n_predict = _MAX_ANSWER
    parameters.offline = True
    parameters.ui = False
    parameters.warmup = False
    parameters.fit_params = False
    for threads in (parameters.cpuparams, parameters.cpuparams_batch):
        threads.n_threads = 1
        threads.poll = 0  # waiting threads sleep: other tests want the processor
    return parameters


if __name__ == "__main__":
    main()
