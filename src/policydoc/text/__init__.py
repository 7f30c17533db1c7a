"""text: decoded text → repaired text, and its folded shadow."""
