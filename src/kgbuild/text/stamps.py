"""Tell the stamps that a page header may carry and that must not be lost: secrecy, internal use, draft."""

import re
import unicodedata

_STAMP = re.compile(
    r"\W*(?:(?:độ mật\s*:?\s*)?(?:tuyệt mật|tối mật|mật)|lưu hành nội bộ|dự thảo(?:\s+lần\s+\w+)?)\W*", re.IGNORECASE
)


def is_stamp(line: str) -> bool:
    """Tell whether a line is nothing but a stamp.

    >>> is_stamp("TỐI MẬT"), is_stamp("Độ mật: Mật"), is_stamp("Bảo đảm bí mật")
    (True, True, False)
    """
    return len(line) < 60 and _STAMP.fullmatch(unicodedata.normalize("NFC", line)) is not None
