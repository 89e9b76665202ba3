"""Patterns that several mention readers share: the verbs that open a duty."""

import re

_VERBS = """
ban hành|bảo đảm|báo cáo|biên soạn|biểu dương|bố trí|bồi dưỡng|căn cứ|cân đối|cập nhật|chịu trách nhiệm|chỉ đạo|
chú trọng|chủ động|chủ trì|cung cấp|có trách nhiệm|(?<!bầu )cử|cần|công bố|đánh giá|đảm bảo|đào tạo|đầu tư|đẩy mạnh|
đẩy nhanh|đề nghị|đề xuất|định kỳ|đôn đốc|đưa|dành|duy trì|giám sát|giúp|gửi|hỗ trợ|hoàn thành|hoàn thiện|huy động|
hướng dẫn|kết nối|khảo sát|lãnh đạo|khẩn trương|khuyến khích|kiểm tra|kiểm soát|kịp thời|lập|lồng ghép|làm|lựa chọn|mở|
nâng cao|nghiêm túc|nghiên cứu|phát động|phát huy|phát triển|phân bổ|phối hợp|phổ biến|quán triệt|quản lý|rà soát|
sẽ|sử dụng|tăng cường|tạo|tập trung|tham gia|tham mưu|thanh tra|thẩm định|theo dõi|theo|thiết lập|thông tin|
thống kê|thực hiện|(?<!giáo dục )thường xuyên|thúc đẩy|tích cực|tiếp nhận|tiếp tục|
tiến hành|tiếp thu|tìm|tổ chức|tổng hợp|trả|tăng(?! trưởng)|
triển khai|trình|trích|tuyên truyền|trong|trên cơ sở|ưu tiên|vận động|vận hành|xác định|xây dựng|xem xét|xử lý|
ứng dụng|áp dụng|có|là|được|phải|để|khi|tại|quyết định|phê duyệt|cụ thể|nắm|góp|tuân thủ|chấp hành|thành lập|
kiện toàn|số hóa|chuẩn hóa|đăng ký|khai thác|tính toán|mở rộng|tranh thủ|gắn|xúc tiến
"""
# verbs that tell a duty behind a body, but may stand within a name elsewhere: "Trung tâm Cảnh báo sóng thần"
_MORE_VERBS = """
bàn giao|bãi bỏ|bảo vệ|bổ sung|chuẩn bị|chấm dứt|chấn chỉnh|chỉnh sửa|chỉnh lý|công khai|cảnh báo|cắt giảm|
duyệt|dừng|dự báo|
gia hạn|gia tăng|giải quyết|giải trình|gương mẫu|hoàn trả|hạn chế|khôi phục|khắc phục|kiên quyết|kiến nghị|kêu gọi|
liên hệ|làm rõ|lưu ý|nghiệm thu|ngăn chặn|nhanh chóng|nhắc nhở|nêu cao|nộp|phát hiện|phân công|phân cấp|
phân tích|phòng ngừa|quan tâm|quyết liệt|rút kinh nghiệm|sơ kết|sắp xếp|sẵn sàng|sớm|sửa đổi|thay thế|thu hút|
thu hồi|thông báo(?! để)|thẩm tra|
thống nhất(?! chỉ)(?! khẳng định)(?! đánh giá)(?! nhận định)(?! cho rằng)|
tiết kiệm|trao đổi|trực tiếp|tuyệt đối|tạm dừng|tạm ứng|tổng kết|tự|
vận chuyển|xuất cấp|cấp phát|chi trả|chi viện|xác minh|xóa bỏ|
điều chỉnh|điều hành|điều tra|đàm phán|đổi mới|đình chỉ|đề cao|đối chiếu|ủy quyền|
ứng phó|ứng trước|động viên|nghiêm cấm|phấn đấu|tháo gỡ|treo cờ|
di dời|sơ tán|giải phóng mặt bằng|bồi thường|sửa chữa|lắp đặt|trang bị|khơi thông|nạo vét|thu gom|tiêu hủy|cách ly|
khoanh vùng|thanh toán|quyết toán|thu hồi|đăng tải|niêm yết|cắm mốc|truy quét|tuần tra|trực ban|
phát sóng|giữ vững|mua sắm|nhân rộng|tập huấn|chăm lo|bám sát|đối thoại|giải thích|điều động|luân chuyển|tuyển chọn|
tập hợp|phản ánh|giới thiệu|tôn vinh|cổ vũ|đồng hành|hưởng ứng|tận dụng|ký kết|củng cố|đấu tranh|khơi dậy|thu thập|
liên kết|coi trọng|phòng, chống|nâng cấp|
lấy ý kiến|góp ý|khen thưởng|hoàn chỉnh|soạn thảo|bảo quản|thỏa thuận|hiệp đồng|kết hợp|học tập|định hướng|cụ thể hóa
"""


def _one_of(verbs: str) -> str:
    return "|".join(sorted("".join(verbs.split("\n")).split("|"), key=len, reverse=True))


TASK_VERB = re.compile(rf"(?:{_one_of(_VERBS)})(?![^\W_])")
MORE_VERB = re.compile(rf"(?:{_one_of(_MORE_VERBS.strip())})(?![^\W_])")
OPENS_DUTY = re.compile(rf"(?:{_one_of(f'{_VERBS.strip()}|{_MORE_VERBS.strip()}')})(?![^\W_])")
# in a report: verbs of an order, but for those that as often tell what a body is or has
ORDERS = re.compile(
    r"[\s,:]*(?:(?:theo chức năng[^;.:]{0,60}?|từ (?:trung ương|tỉnh|thành phố|huyện)\s[^,;.:]{0,40},|"
    r"trong quá trình\s[^,;.:]{3,60},)\s)?"
    r"(?!(?:có|là|được|để|khi|tại|trong|theo(?! dõi)|trình)(?![^\W_]))" + OPENS_DUTY.pattern
)
# what an article orders a body that it names to do; other verbs may say what the body is or may decide
ORDERED = re.compile(
    r"[\s,]*(?:(?:chủ động|khẩn trương|tiếp tục|thường xuyên)\s+)?"
    r"(?:(?P<part>chủ trì|phối hợp)|tổ chức(?! và hoạt động)|triển khai|hướng dẫn|theo dõi|đôn đốc|kiểm tra|giám sát|"
    r"bố trí|tham mưu|cân đối|rà soát|thực hiện|tập trung|tăng cường|đẩy mạnh|nhanh chóng|cần(?! thiết)|"
    r"tổng hợp|tuyên truyền|khắc phục|chấn chỉnh|tìm\s+(?:các\s+)?(?:giải pháp|biện pháp)|"
    r"(?:xây dựng|ban hành|lập)\s+(?:các\s+)?(?:kế hoạch|phương án|lộ trình)|"
    r"chỉ đạo\s+(?:các|sở|bộ|ủy ban|ubnd|cơ quan|đơn vị|thủ trưởng|chủ tịch|công an|ngành))(?![^\W_])"
)
# what was given to a body, or what it has issued: "được UBND tỉnh cấp Giấy phép", "ban hành Kế hoạch số 12/KH ngày 5";
# what it is only said to hand out some day: "Chính phủ sẽ giao cơ quan chức năng rà soát"
DONE = re.compile(
    r"\W*(?:đã\s+)?(?:được\s+(?!giao|phân công|yêu cầu|đề nghị)[^;.]{0,80}?"
    r"(?<![^\W_])(?:cấp|cho phép|công nhận|phê duyệt|chấp thuận|thành lập|tặng)(?![^\W_])"
    r"(?!.*(?<![^\W_])(?:trách nhiệm|phải|chủ trì)(?![^\W_]))|"
    r"sẽ\s+(?:giao|phân công)(?![^\W_])|"
    r"có\s+(?:công văn|văn bản|tờ trình|thông báo|báo cáo)\s+(?:số\s*:?\s*)?\d{1,5}\s?[/-]|"
    r"ban hành\s+[^;.\d]{0,60}?(?:số\s*:?\s*)?\d{1,5}(?:/\d{4})?\s?[/-]\s?[a-zđ]{1,5}[^;.]{0,20}?\sngày\s+\d)",
    re.DOTALL,
)

PLANS = frozenset(
    ("ke-hoach", "ke-hoach-hanh-dong", "chuong-trinh", "chuong-trinh-hanh-dong", "de-an", "chien-luoc", "nghi-quyet")
)
"""Types of documents that set out what is to be done and reached, by their notation."""
