"""How much the verifier catches, and how often it cries wolf: see docs/benchmarks.md.

python -m benchmarks.verifier
"""
