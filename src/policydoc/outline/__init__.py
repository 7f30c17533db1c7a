"""outline: a part's lines → its section tree. The markers stand; the tree is built on them."""
