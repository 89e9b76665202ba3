"""Recipients: each line with its bodies and its purpose; the archive line is nobody's."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.issuing.recipients import read_recipients

Lines = Callable[..., list[tuple[str, list[str], str, bool]]]


@pytest.fixture(scope="module")
def lines(document) -> Lines:
    def read(*printed: str) -> list[tuple[str, list[str], str, bool]]:
        raw = "KẾ HOẠCH\n\nTrồng rừng\n\nI. MỤC TIÊU\n\nPhủ xanh.\n\nNơi nhận:\n" + "\n".join(printed) + "\n"
        found = document(raw, "hue")
        return [
            (
                found.words(r.span),
                [a.record or a.group or f"?{a.name}" for a in r.agents],
                r.purpose,
                r.filed,
            )
            for r in read_recipients(found.text, found.part, found.agencies)
        ]

    return read


@pytest.mark.parametrize(
    ("line", "agents", "purpose"),
    [
        ("- Văn phòng Chính phủ;", ["vpcp"], ""),
        ("- Bộ Tài chính; (để b/c)", ["btc"], "để b/c"),
        ("- Các Bộ, cơ quan: Tài chính, Xây dựng, Tập đoàn Điện lực Việt Nam;", ["btc", "bxd", "evn"], ""),
        ("- Tỉnh ủy (báo cáo);", ["prov:tu"], "báo cáo"),
        ("- Các sở, ban, ngành tỉnh (thực hiện);", ["so-ban-nganh"], "thực hiện"),
        ("- UBND các huyện, thị xã, thành phố;", ["cap-huyen"], ""),
        ("- UBND các xã, phường, đặc khu;", ["cap-xa"], ""),
        ("- Ủy ban MTTQ Việt Nam tỉnh;", ["prov:mttq"], ""),
        ("- Công an tỉnh (để phối hợp);", ["prov:cong-an"], "để phối hợp"),
        ('- Sở Y tế "báo cáo";', ["prov:syt"], "báo cáo"),
        ("- Thường trực Tỉnh ủy - để b/c;", ["prov:thuong-truc-tu"], "để b/c"),
        ("- UBND các xã, phường (để ph/h th/h);", ["cap-xa"], "để ph/h th/h"),
        ("- Chủ tịch, các PCT UBND thành phố;", ["prov:ubnd"], ""),
        ("- Các Sở: YT, TC, XD;", ["prov:syt", "prov:stc", "prov:sxd"], ""),
        ("- Cty TNHH Cấp nước Hương Thủy;", ["?Cty TNHH Cấp nước Hương Thủy"], ""),
        ("- CVP, các PCVP UBND thành phố;", ["prov:vp-ubnd"], ""),
        ("- LĐVP UBND thành phố;", ["prov:vp-ubnd"], ""),
        ("- T.Cục Thủy lợi Bộ Nông nghiệp và Môi trường;", ["?T.Cục Thủy lợi Bộ Nông nghiệp và Môi trường"], ""),
        ("- TTr Thành ủy;", ["prov:thuong-truc-tu"], ""),
        ("- VP BCĐ TW về cải cách tư pháp;", ["?VP BCĐ TW về cải cách tư pháp"], ""),
        # the issuer's own people and initials
        ("- VP UBND thành phố: CVP, các phòng: TH, KT;", ["prov:vp-ubnd"], ""),
        ("- VPCP: BTCN, các PCN, các Vụ;", ["vpcp"], ""),
        ("- Phòng NCVX;", [], ""),
        ("- Trung tâm TT-CB;", [], ""),
        ("- Công báo thành phố;", [], ""),
        ("- Như Điều 3;", [], ""),
        ("- Như trên;", [], ""),
        ("- VP: CVP, các PVP;", [], ""),
    ],
)
def test_one_line(lines: Lines, line: str, agents: list[str], purpose: str) -> None:
    found = lines(line, "- Lưu: VT.")[0]
    assert (found[1], found[2], found[3]) == (agents, purpose, False)


def test_two_bodies_parted_by_a_semicolon_are_two_lines(lines: Lines) -> None:
    found = lines("- Tỉnh ủy; HĐND tỉnh;", "- Lưu: VT.")
    assert [(words, agents) for words, agents, _, _ in found[:2]] == [
        ("Tỉnh ủy", ["prov:tu"]),
        ("HĐND tỉnh", ["prov:hdnd"]),
    ]


@pytest.mark.parametrize("line", ["- Lưu: VT, KGVX.", "- Lưu VT, VXnx.", "- Lưu: VT, (CNN/Đ) MH"])
def test_the_archive_names_nobody(lines: Lines, line: str) -> None:
    found = lines("- Tỉnh ủy;", line)
    assert [(agents, filed) for _, agents, _, filed in found] == [(["prov:tu"], False), ([], True)]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("- Lưu: VT, KGVX (Hg).", "KGVX (Hg)"),
        ("- Lưu VT, VXnx.", "VXnx"),
        ("- Lưu: VT, KTNS, KTN (Ch-CĐS15).", "KTNS, KTN (Ch-CĐS15)"),
        ("- Lưu: VT, Vụ GDTrH.", "Vụ GDTrH"),
        ("- Lưu: VT.", ""),
        ("- Lưu Văn phòng Tỉnh ủy.", ""),
    ],
)
def test_the_archive_tells_who_drafted(document, line: str, unit: str) -> None:
    raw = f"KẾ HOẠCH\n\nTrồng rừng\n\nI. MỤC TIÊU\n\nPhủ xanh.\n\nNơi nhận:\n- Tỉnh ủy;\n{line}\n"
    found = document(raw, "hue")
    assert [r.unit for r in read_recipients(found.text, found.part, found.agencies)] == ["", unit]


def test_the_words_are_those_printed(lines: Lines) -> None:
    assert [words for words, *_ in lines("- Đ/c Bí thư Tỉnh ủy; (để b/c)", "- Lưu: VT.")] == [
        "Đ/c Bí thư Tỉnh ủy",
        "Lưu: VT",
    ]


def test_no_list_no_recipients(document) -> None:
    found = document("KẾ HOẠCH\n\nTrồng rừng\n\nI. MỤC TIÊU\n\nPhủ xanh.\n")
    assert read_recipients(found.text, found.part, found.agencies) == ()
