"""A measure and the task that says the same work are joined, and nothing else is."""

import pytest

from kgbuild.namespaces import DCTERMS, PIO

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển cây ăn quả năm 2024

II. NHIỆM VỤ

1. Xây dựng cơ chế khuyến khích các hợp tác xã đầu tư kho lạnh bảo quản trái cây sau thu hoạch.

2. Xây dựng cơ chế khuyến khích các hợp tác xã mở rộng diện tích trồng rừng gỗ lớn ở vùng biên giới.

3. Tổ chức hội chợ xoài.

4. Mở rộng thị trường xuất khẩu trái cây tươi sang các nước trong khu vực.

III. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ

- Xây dựng cơ chế khuyến khích các hợp tác xã đầu tư kho lạnh để bảo quản trái cây sau thu hoạch.

| STT | Nội dung | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| 1 | Tổ chức hội chợ xoài | Sở Công Thương | 2024 |
| 2 | Sửa đổi quy chế phối hợp giữa các sở, ngành trong quản lý chất lượng nông sản; nâng cao năng lực kiểm nghiệm, \
giám sát an toàn thực phẩm ở các chợ đầu mối, cửa khẩu và vùng sản xuất tập trung; Mở rộng thị trường xuất khẩu trái \
cây tươi sang các nước trong khu vực; đào tạo cán bộ kỹ thuật cho các xã vùng cao biên giới của tỉnh | Sở Y tế | 2024 |
"""
OWN = "id/doc/son-la/ubnd/ke-hoach/2024/34"


@pytest.fixture(scope="module")
def joined(state) -> dict[str, list[str]]:
    facts = state(PLAN)
    measures = {facts.of(node, DCTERMS.description)[0].split()[-1].strip("."): node for node in facts.a(PIO.Measure)}
    return {last: facts.of(node, PIO.sameTaskAs) for last, node in measures.items()}


def test_words_that_agree_are_one_piece_of_work(joined) -> None:
    (task,) = joined["hoạch"]
    assert task.startswith(f"{OWN}/task/iii.1-")


@pytest.mark.parametrize(
    "last",
    [
        "giới",  # begins alike and goes on otherwise
        "xoài",  # too few words to tell
        "vực",  # a small part of a long row
    ],
)
def test_words_that_do_not_agree(joined, last: str) -> None:
    assert joined[last] == []
