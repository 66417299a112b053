"""The offline rules against the reference data beside this repository."""
