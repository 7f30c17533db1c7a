"""source.word: a file of a word processor → its paragraphs, with the numbers that the program writes itself. See `docx`."""
