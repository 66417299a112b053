"""Writes a llama model of 600 KB with random weights, whose words are nonsense; in the environment of `make servers`.

    random_gguf.py OUT.gguf [--nasty]

`--nasty`: it also writes control characters and broken UTF-8. The vocabulary is that of SentencePiece with a token for
each byte, so that any text can be read and written.
"""

from __future__ import annotations

import sys

import gguf
import numpy as np

WIDTH, LAYERS, HEADS, CONTEXT = 64, 2, 4, 8192
WORDS = (
    "the of and to in a is that for on with as by at from deal company said billion million per cent shares quote claim"
)
SPACE = "\u2581"
UNLIKELY = -8.0
"""What a token that must not come has less than the others, in logits."""

Token = tuple[str, float, int]


def vocabulary() -> list[Token]:
    """Tokens with their scores and types: three that control, the bytes, the characters, the words and their heads."""
    tokens: list[Token] = [
        ("<unk>", 0.0, gguf.TokenType.UNKNOWN),
        ("<s>", 0.0, gguf.TokenType.CONTROL),
        ("</s>", 0.0, gguf.TokenType.CONTROL),
    ]
    tokens += [(f"<0x{byte:02X}>", 0.0, gguf.TokenType.BYTE) for byte in range(256)]
    scores = {SPACE if code == 32 else chr(code): -float(code) for code in range(32, 127)}
    for rank, word in enumerate(WORDS.split()):
        for length in range(1, len(word)):
            scores.setdefault(SPACE + word[:length], -200.0 - rank)
            scores.setdefault(word[: length + 1], -200.0 - rank)
        scores.setdefault(SPACE + word, -150.0 - rank)
    tokens += [(text, score, gguf.TokenType.NORMAL) for text, score in scores.items()]
    while len(tokens) % 32:
        tokens.append((f"<extra{len(tokens)}>", -1e4, gguf.TokenType.NORMAL))
    return tokens


def biases(tokens: list[Token]) -> np.ndarray:
    """What each token has more than the others, in logits: less for what is no text, a little more to end a string."""
    bias = np.zeros(len(tokens), np.float32)
    for at, (text, _, kind) in enumerate(tokens):
        odd_byte = kind == gguf.TokenType.BYTE and not 32 <= int(text[3:5], 16) <= 126
        if odd_byte or text.startswith("<extra") or at < 2:
            bias[at] = UNLIKELY
        elif text in ('"', "</s>"):
            bias[at] = 0.25
    return bias


def write(path: str, *, nasty: bool) -> None:
    """Writes the model. The first dimension carries a constant through all layers, by which the biases work."""
    tokens, chance = vocabulary(), np.random.default_rng(0)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(2 * WIDTH)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list([text.encode() for text, _, _ in tokens])
    writer.add_token_scores([score for _, score, _ in tokens])
    writer.add_token_types([int(kind) for _, _, kind in tokens])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(True)
    writer.add_chat_template("{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:")

    def drawn(rows: int, columns: int, scale: float = 0.5) -> np.ndarray:
        return (chance.standard_normal((rows, columns)) * scale / np.sqrt(columns)).astype(np.float32)

    embedding, output = drawn(len(tokens), WIDTH, 8), drawn(len(tokens), WIDTH, 2)
    embedding[:, 0] = 20.0
    output[:, 0] = 0.0 if nasty else biases(tokens)
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output.weight", output)
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, np.float32))
    for layer in (f"blk.{at}." for at in range(LAYERS)):
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"{layer}{name}.weight", np.ones(WIDTH, np.float32))
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            writer.add_tensor(f"{layer}{name}.weight", drawn(WIDTH, WIDTH))
        for name in ("ffn_gate", "ffn_up"):
            writer.add_tensor(f"{layer}{name}.weight", drawn(2 * WIDTH, WIDTH))
        writer.add_tensor(f"{layer}ffn_down.weight", drawn(WIDTH, 2 * WIDTH))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    write(sys.argv[1], nasty="--nasty" in sys.argv)
