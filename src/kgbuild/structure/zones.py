"""What a heading announces: basis, goals, measures, money, or who does what."""

import re

from kgbuild.model.structure import Zone

# one row per zone, first match wins; patterns are searched in the folded heading
_CUES: tuple[tuple[Zone, re.Pattern[str]], ...] = (
    (
        Zone.ORGANISATION,
        re.compile(
            r"^tổ chức (?:triển khai )?thực hiện\b|^tổ chức triển khai\b|"
            r"phân công (?:trách nhiệm|nhiệm vụ|thực hiện|tổ chức)|^phân công$|"
            r"^trách nhiệm (?:các|của|tổ chức|thực hiện|thi hành)|"
            r"^nhiệm vụ (?:của|cụ thể của) các (?:sở|cơ quan|đơn vị|bộ)"
        ),
    ),
    (Zone.BASIS, re.compile(r"^(?:cơ sở|căn cứ) pháp lý\b|^căn cứ (?:xây dựng|lập)\b|^cơ sở xây dựng")),
    (Zone.FUNDING, re.compile(r"^(?:nguồn )?kinh phí\b|^nguồn (?:lực|vốn) (?:thực hiện|và)|^dự toán\b")),
    (
        Zone.MEASURE,
        re.compile(
            r"nhiệm vụ|giải pháp|biện pháp|"
            r"^nội dung (?:thực hiện|hoạt động|chủ yếu|kế hoạch|trọng tâm|cụ thể|triển khai)|"
            r"^nội dung$|^các nội dung|^đề án dự án"
        ),
    ),
    (
        Zone.OBJECTIVE,
        re.compile(
            # but "Yêu cầu Giám đốc các sở:" tells somebody to act
            r"^mục (?:đích|tiêu)|^(?:các )?yêu cầu\b(?! (?:chủ tịch|giám đốc|thủ trưởng|cục trưởng|lãnh đạo|các|sở|bộ|"
            r"ban|ủy ban|ubnd|công an|cục|chi cục|đài|kho bạc|ngân hàng)\b)|"
            r"^quan điểm|^phương châm|^nguyên tắc|^tầm nhìn|"
            r"^(?:các )?chỉ tiêu|"
            r"^(?:một số|các|những) (?:mục tiêu|chỉ tiêu)(?: \w+){0,3} (?:phấn đấu|cần đạt|chủ yếu|đến năm|năm)\b|"
            r"^phương hướng mục tiêu|^định hướng"
        ),
    ),
    (
        Zone.SITUATION,
        re.compile(
            r"^(?:đánh giá|thực trạng|tình hình|sự cần thiết|bối cảnh|kết quả (?:đạt được|thực hiện)|đặc điểm)\b|"
            r"^(?:tồn tại )?hạn chế|^nguyên nhân|^khái quát"
        ),
    ),
)


def zone_of(heading: str) -> Zone | None:
    """Tell the zone that a folded heading opens; None when it names none, so that the zone above goes on.

    >>> zone_of("tổ chức thực hiện"), zone_of("sở tài chính")
    (<Zone.ORGANISATION: 'organisation'>, None)
    """
    if len(heading.split()) > 24:
        return None
    return next((zone for zone, cue in _CUES if cue.search(heading)), None)
