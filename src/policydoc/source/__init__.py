"""source: bytes → decoded text; strictly, or refused with a reason."""
