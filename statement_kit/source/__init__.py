"""Reading a statement folder: bytes in, a `Statement` and a `Brand` out, every problem with its file and line."""
