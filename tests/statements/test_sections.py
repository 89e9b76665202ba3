"""Sections as RDF: one node for each printed heading."""

from kgbuild.namespaces import PIO


def test_a_second_section_of_one_number_is_its_own(state) -> None:
    raw = "KẾ HOẠCH\n\nUBND tỉnh Huế\n\nI. MỤC TIÊU\n\nA.\n\nI. NHIỆM VỤ\n\nB.\n"
    found = state(raw)
    assert len(found.a(PIO.Section)) == 2
