"""Whether a service has read a prompt as a whole: Ollama leaves out the beginning of one that is too long, unasked.

Its window is 4,096 tokens where nobody sets it, on machines with little video memory; a prompt above it is cut to it,
or to about a half of it, from the front: the instructions are what goes first. Its OpenAI-compatible API has no
parameter for the window, and says nothing of the cut but the number of tokens that were read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.errors import RequestRejected
from summarizer.models.base import Message

if TYPE_CHECKING:
    from summarizer.models.chat import ChatModel

MOST_CHARACTERS = 7.0
"""Characters of English prose in a token: models have 4 to 5, so that at more than this something is missing."""
FEWEST_TOKENS = 256
"""Below, a few long words may count for much."""
RUN = re.compile(r"(.)\1{3,}", re.DOTALL)
"""The same character again and again, which vocabularies have whole tokens for."""
WINDOWS = tuple(2**power for power in range(11, 18))
CUT_TO = frozenset(WINDOWS) | {4 + (window - 4) // 2 for window in WINDOWS}
"""The tokens of a prompt that was cut to a usual window: to the whole, or to its half behind the 4 that are kept."""
RAISE_IT = "start the server with a larger window (OLLAMA_CONTEXT_LENGTH=32768 ollama serve)"


def fewest_tokens(texts: Sequence[str]) -> int:
    """The tokens that these texts have at least."""
    return int(sum(len(RUN.sub(r"\1\1\1", text)) for text in texts) / MOST_CHARACTERS)


def check_whole(model: ChatModel, messages: Sequence[Message], read_tokens: int) -> None:
    """Raises `RequestRejected` where the service cannot have read all of `messages` when it counts so many tokens;
    where it may not have, a warning is logged. 0: the service does not count them."""
    fewest = fewest_tokens([message.content for message in messages])
    if fewest > FEWEST_TOKENS and 0 < read_tokens < fewest:
        raise RequestRejected(
            f"{model.name}: the service read {read_tokens} tokens of a prompt of at least {fewest}, and left out the "
            f"beginning; {RAISE_IT}, or split the article"
        )
    if read_tokens in CUT_TO:
        model.warn(f"the service read {read_tokens} tokens, as it does of a prompt that it cuts; if so, {RAISE_IT}")
