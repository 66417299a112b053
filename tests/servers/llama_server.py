"""Serves a model with llama.cpp's own server, until it is ended. In the environment of `make servers`.

llama_server.py MODEL.gguf PORT
"""

from __future__ import annotations

import signal
import sys

import xllamacpp

AT_ONCE = 4

parameters = xllamacpp.CommonParams()
parameters.model.path = sys.argv[1]
parameters.hostnames = ["127.0.0.1"]
parameters.port = int(sys.argv[2])
parameters.n_parallel = AT_ONCE
parameters.n_ctx = 8192 * AT_ONCE
parameters.cpuparams.n_threads = 1
parameters.use_jinja = True
parameters.warmup = False
server = xllamacpp.Server(parameters)
signal.pause()
