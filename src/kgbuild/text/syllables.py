"""What a syllable of Vietnamese may be: an onset, a rhyme and a tone."""

import re
import unicodedata
from functools import lru_cache

from kgbuild.language import strip_marks

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx]"
_RHYME = (
    "oang|oanh|oach|oan|oat|oai|oay|oac|oam|oap|oet|oen|oeo|oao|oong|ooc|oa|oe|"
    "uyenh|uyen|uyet|uynh|uych|uyt|uya|uyu|uy|uang|uanh|uach|uan|uat|uay|uai|uau|uac|uong|uon|uot|uoi|uoc|uom|uop|uou|"
    "uen|uet|ueu|uech|uenh|ue|uo|ua|ung|uc|un|ut|um|up|ui|uu|u|"
    "ieng|ien|iet|iep|iem|iec|ieu|ie|yen|yet|yem|yeu|yeng|ia|inh|ich|in|it|im|ip|iu|i|y|"
    "eng|enh|ech|ec|en|et|em|ep|eo|eu|e|ong|oc|on|ot|om|op|oi|o|ang|anh|ach|ac|an|at|am|ap|ai|ay|ao|au|a"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_RHYME})")
_TONED = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_CLOSED = re.compile(r"(?:c|ch|p|t)$")
_FALLING = re.compile("[\u0300\u0303\u0309]")


@lru_cache(maxsize=65536)
def is_syllable(letters: str) -> bool:
    """Tell a syllable of Vietnamese: onset and rhyme, one tone at most, and before a stop none that falls.

    >>> [is_syllable(letters) for letters in ("nghiệp", "g", "hoạch", "hoàch", "đềán")]
    [True, False, True, False, False]
    """
    tones = _TONED.findall(unicodedata.normalize("NFD", letters))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(strip_marks(letters)):
        return False
    return not (tones and _CLOSED.search(letters) and _FALLING.match(tones[0]))
