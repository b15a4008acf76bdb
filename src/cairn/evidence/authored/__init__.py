"""Rules written as data, without Python: the same building blocks, judged by the same code (docs/guides/rule-author.md)."""
