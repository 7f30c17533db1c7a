"""source.web: a page of a government site → the text of its document. See `html`."""
