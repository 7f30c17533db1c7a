"""source.pages: a file that fixes its pages (pdf, ofd) → the lines of its pages, separated by form feeds."""
