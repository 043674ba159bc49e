"""A language model of random weights, small enough to be made on the spot: noise, byte by byte.

It proves the transport, the schemas and what becomes of nonsense, never the quality of an answer.
"""

from pathlib import Path

import gguf
import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]

CONTEXT = 131_072
"""The most tokens, here bytes, that the model says it can take."""

_WIDTH = 64
_INNER_WIDTH = 128
_SEED = 20_260
_CONSTANT = 8.0
_MERGED = "ĠĠ"  # a byte-level tokenizer without any merge is not accepted
_SPECIAL = ("<|im_start|>", "<|im_end|>")
_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def write_tiny_model(path: Path) -> None:
    """Write a llama of one block and one head, with a token for every byte, as a GGUF file.

    One narrow head, because attention over a long prompt is what takes time.
    """
    tokens = [*_byte_tokens(), _MERGED, *_SPECIAL]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_feed_forward_length(_INNER_WIDTH)
    writer.add_block_count(1)
    writer.add_head_count(1)
    writer.add_head_count_kv(1)
    writer.add_rope_dimension_count(_WIDTH)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    normal, control = gguf.TokenType.NORMAL, gguf.TokenType.CONTROL
    writer.add_token_types([control if token in _SPECIAL else normal for token in tokens])
    writer.add_token_merges(["Ġ Ġ"])
    writer.add_bos_token_id(tokens.index("<|im_start|>"))
    writer.add_eos_token_id(tokens.index("<|im_end|>"))
    writer.add_add_bos_token(False)  # noqa: FBT003  the library's own interface
    writer.add_chat_template(_TEMPLATE)
    for name, weights in _weights(len(tokens)).items():
        writer.add_tensor(f"{name}.weight", weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _byte_tokens() -> list[str]:
    """Return what GPT-2's tokenizer calls each byte: itself where it shows, else a letter behind."""
    shown = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    hidden = iter(range(0x100, 0x200))
    return [chr(byte if byte in shown else next(hidden)) for byte in range(0x100)]


def _weights(vocabulary: int) -> dict[str, Weights]:
    generator = np.random.default_rng(_SEED)

    def noise(*shape: int, scale: float) -> Weights:
        return generator.normal(0.0, scale, shape).astype(np.float32)

    inputs = noise(vocabulary, _WIDTH, scale=0.5)
    inputs[:, 0] = _CONSTANT  # the same for every token, so that the output can have a bias
    outputs = noise(vocabulary, _WIDTH, scale=0.25)
    outputs[:, 0] = _taste(vocabulary) / _CONSTANT
    weights = {"token_embd": inputs, "output": outputs}
    weights |= dict.fromkeys(
        ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"), np.ones(_WIDTH, np.float32)
    )
    for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
        weights[f"blk.0.{part}"] = noise(_WIDTH, _WIDTH, scale=0.05)
    for part in ("ffn_gate", "ffn_up"):
        weights[f"blk.0.{part}"] = noise(_INNER_WIDTH, _WIDTH, scale=0.05)
    weights["blk.0.ffn_down"] = noise(_WIDTH, _INNER_WIDTH, scale=0.05)
    return weights


def _taste(vocabulary: int) -> Weights:
    """Return what is added to each token's logit, so that most answers come to an end.

    Whatever closes something is liked; white space, escapes and bytes that are no ASCII are not.
    """
    taste = np.zeros(vocabulary, np.float32)
    for liked, by in {'"': 3.5, "]": 2.0, "}": 1.0, ",": 1.0}.items():
        taste[ord(liked)] = by
    taste[[ord(char) for char in " \t\n\\"]] = -4.0
    taste[0x80:0x100] = -12.0
    return taste
