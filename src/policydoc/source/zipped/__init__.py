"""source.zipped: a zip archive of notices → its members, each a file like any other.

1. A member is named `archive.zip!/folder/notice.doc`, in every place where a file is named; zip archives inside archives go on so.
2. Members are read one at a time, in memory, within limits; nothing is unpacked to the disk, and no name leads out of the archive.
3. A name is decoded by what it says or by its content; two members of one name are kept apart; what a system put in is left out.
"""

from __future__ import annotations
