"""Tools for the builders: gates and benchmarks. Never imported by the app."""
