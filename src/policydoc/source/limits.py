"""限度: how much of a file is read at most, so that a hostile one costs no more than a large honest one."""

from __future__ import annotations

LARGEST = 64 * 1024 * 1024
"""Bytes of one source."""

ENTRIES = 2_000
"""Entries of a zip container."""

SIGNATURES = 20_000
"""Signatures of entries anywhere in a zip container, those of containers inside it included: what may be listed at all."""

UNPACKED = 64 * 1024 * 1024
"""Bytes that the entries of a container give, each and together."""

RATIO = 200
"""Bytes that one packed byte may give, once an entry has given `UNCHECKED` bytes."""

UNCHECKED = 1024 * 1024
"""Bytes of an entry that may be packed however well."""

XML_DEPTH = 512
"""Elements of an XML file that are open at a time."""

XML_ELEMENTS = 2_000_000
"""Elements of an XML file."""

XML_FLAT = 16 * 1024 * 1024
"""Bytes of an XML file that is read again for each of its parts."""

XML_CHUNK = 256 * 1024
"""Bytes of an XML file that are taken in at a time."""

PAGES = 2_000
"""Pages of a pdf or ofd file."""

ON_PAGE = 100_000
"""Characters of one page of a pdf or ofd file."""

WRITTEN = 1024 * 1024
"""Bytes of strings in what draws one page of a PDF."""

DRAWN = 8 * 1024 * 1024
"""Bytes of what draws one page of a PDF."""

SHEETS = 200
"""Sheets of a spreadsheet."""

CELLS = 500_000
"""Cells of a spreadsheet, empty ones included."""

PARAGRAPHS = 200_000
"""Paragraphs and cells of a Word file."""

NESTED_TABLES = 20
"""Tables and text boxes of a Word file that stand in each other."""

CHARACTERS = 4 * 1024 * 1024
"""Characters of one source, however they are kept: some 2,500 pages."""

LINES = 300_000
"""Lines of one source."""

SECONDS = 30.0
"""Processor seconds that the reading of one file may take, where its reader can look at the clock."""

DIRECTORY = 32 * 1024 * 1024
"""Bytes of the list of members of a zip archive of notices."""

EXTRA = 4096
"""Bytes of the fields that stand beside the name of an entry in that list."""

MEMBERS = 65_535
"""Entries of one zip archive of notices: what the format holds without its extension Zip64."""

NESTED = 3
"""Zip archives that may lie in one another, the outermost one included."""

GIVEN = 100
"""Bytes that an archive of notices may give in all for each of its own, once it has given `LARGEST`."""
