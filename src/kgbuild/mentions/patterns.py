"""Patterns that several mention readers share: the verbs that open a duty."""

import re

_VERBS = """
ban hành|bảo đảm|báo cáo|biên soạn|biểu dương|bố trí|bồi dưỡng|căn cứ|cân đối|cập nhật|chịu trách nhiệm|chỉ đạo|
chú trọng|chủ động|chủ trì|cung cấp|có trách nhiệm|cử|cần|công bố|đánh giá|đảm bảo|đào tạo|đầu tư|đẩy mạnh|
đẩy nhanh|đề nghị|đề xuất|định kỳ|đôn đốc|đưa|dành|duy trì|giám sát|giúp|gửi|hỗ trợ|hoàn thành|hoàn thiện|huy động|
hướng dẫn|kết nối|khảo sát|lãnh đạo|khẩn trương|khuyến khích|kiểm tra|kiểm soát|kịp thời|lập|lồng ghép|làm|lựa chọn|mở|
nâng cao|nghiêm túc|nghiên cứu|phát động|phát huy|phát triển|phân bổ|phối hợp|phổ biến|quán triệt|quản lý|rà soát|
sẽ|sử dụng|tăng cường|tạo|tập trung|tham gia|tham mưu|thanh tra|thẩm định|theo dõi|theo|thiết lập|thông tin|
thống kê|thực hiện|thường xuyên|thúc đẩy|tích cực|tiếp nhận|tiếp tục|tiến hành|tiếp thu|tìm|tổ chức|tổng hợp|trả|
triển khai|trình|trích|tuyên truyền|trong|trên cơ sở|ưu tiên|vận động|vận hành|xác định|xây dựng|xem xét|xử lý|
ứng dụng|áp dụng|có|là|được|phải|để|khi|tại|quyết định|phê duyệt|cụ thể|nắm|góp|tuân thủ|chấp hành|thành lập|
kiện toàn|số hóa|chuẩn hóa|đăng ký|khai thác|tính toán|mở rộng|tranh thủ|gắn|xúc tiến
"""
TASK_VERB = re.compile(
    r"(?:" + "|".join(sorted("".join(_VERBS.split("\n")).split("|"), key=len, reverse=True)) + r")(?![^\W_])"
)
