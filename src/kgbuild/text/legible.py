"""Tell text that is no Vietnamese: the traces of fonts from before Unicode, and of text layers that cannot be read."""

import re

# Letters that only Vietnamese has, composed or as a combining tone; French and German share the rest.
_OWN = re.compile(r"[\u1ea0-\u1ef9ăĂđĐơƠưƯ\u0300\u0301\u0303\u0309\u0323]")
_LATIN = re.compile(r"[¡-ÿ](?<![\u00a0«»°·–])")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 100  # letters; less tells nothing


def legacy_encoding(text: str) -> str | None:
    """Name the old encoding whose bytes stand in *text* as if they were Latin letters; None when it is Unicode.

    In Vietnamese every fifth letter carries a mark of its own; in TCVN3 and VNI all marks lie in Latin-1.
    """
    letters, own, latin = (len(pattern.findall(text)) for pattern in (_LETTER, _OWN, _LATIN))
    if letters < _ENOUGH or own > 0.02 * letters or latin < 0.1 * letters:
        return None
    return "TCVN3" if len(re.findall(r"[µ¸¹®¬­ª¨©¦§¶·¢£¤¥»¼½¾¿]", text)) > 0.02 * letters else "VNI"


def garbled(text: str) -> str | None:
    """Say why letters are not what they look like; None when they are, or when there are none."""
    if (encoding := legacy_encoding(text)) is not None:
        return f"is set in old {encoding} fonts; convert it to Unicode first"
    noise = 6 * text.count("(cid:") + text.count("\ufffd") + len(re.findall(r"[\ue000-\uf8ff]", text))
    if noise > 0.05 * len(_LETTER.findall(text)):
        return "has a text layer of signs without meaning; its text must be recognised first"
    return None


def unreadable(text: str) -> str | None:
    """Say why the text layer of a scan or a broken font is no text; None when it can be read."""
    letters = len(_LETTER.findall(text))
    if letters < 10:
        return "has no text layer; it seems to be a scan, whose text must be recognised first"
    if (reason := garbled(text)) is not None:
        return reason
    if letters >= _ENOUGH and len(_OWN.findall(text)) < 0.03 * letters:
        return "has a text layer with hardly any Vietnamese letter; its text must be recognised first"
    return None
