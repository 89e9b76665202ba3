"""Collective agents: "các sở, ban, ngành và UBND các quận, huyện liên quan" is two groups, no list of bodies."""

import re

from kgbuild.mentions.lines import Line
from kgbuild.mentions.naming.group_nouns import (
    DETERMINERS,
    LEVELS,
    PARTY_COMMITTEES,
    is_named,
    past_levels,
    read_class,
    read_committees,
    read_determiner,
    read_town,
)
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.mentions.naming.narrowing import NARROWS, group_code, read_tail
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention

_LONGEST_NAME = 10
_OWNED = ("thuộc", "trực")  # "cơ quan chuyên môn thuộc Bộ Y tế" is said of all of them
_TORN = {"bộ", "sở", "ban"}  # alone, the beginning of a name that broke off
# groups whose noun often takes a qualifier of its own: "doanh nghiệp viễn thông"
_QUALIFIED = {"doanh-nghiep", "truong-vien", "hiep-hoi", "co-quan-don-vi", "chuyen-gia", "bao-dai"}
_NAMED_BY_KIND = {"viện"}  # "Viện Nghiên cứu phát triển kinh tế" is one, "viện nghiên cứu công lập" a kind
_BRIDGE = re.compile(r"[\s,\-/]*")


def read_groups(
    line: Line, at: int, lexicon: Lexicon, *, cell: bool, listed: bool = False
) -> tuple[list[AgencyMention], int]:
    """Read the groups named from word *at* on; none when the words name no group there.

    Nouns of one class in a row are one group; a class that changes opens the next. In a table *cell* a lone noun
    ("doanh nghiệp") is enough, as it is where a list goes on (*listed*); elsewhere a determiner or a second noun is
    needed.
    """
    words = line.words
    determined, first = read_determiner(words, at)
    run, index = _run(line, first, determined, lexicon, cell)
    several = len(run) >= 2 or (run and line.between(first + 1).strip() == ",")  # "bộ, ngành" is one noun of the table
    owned = bool(run) and run[0][2] > first + 2 and line.joined(run[0][2]) and line.word(run[0][2]) in _OWNED
    party = bool(run) and run[0][0] in PARTY_COMMITTEES
    within = party and any(line.word(i) == "các" for i in range(first, run[0][2]))
    within = within or (party and line.opens(run[0][2], "các", "cấp"))
    determined = determined or within  # "Đảng ủy các xã, thị trấn", "ban cán sự đảng các bộ", "cấp ủy các cấp"
    if not run or not (determined or cell or listed or several or owned or words[first].word in ("ubnd", "ủy")):
        return [], at
    if not determined and run[0][2] == first + 1 and len(run) == 1 and words[first].word in _TORN:
        return [], at
    if determined and (lexicon.heads.after(words, first) > run[0][2] or _of_one_name(line, first, run, lexicon)):
        return [], at  # "các Ban quản lý dự án": a longer noun than that of the class
    if not determined and line.upper(first) and line.opens(first, "ban", "xây", "dựng", "đảng"):
        return [], at  # the one board of a commune's Party committee
    alone = not determined and (len(run) == 1 or line.joined(run[1][1]))
    if alone and _is_one_body(line, first, run[0][2], lexicon):
        return [], at
    found = [
        _mention(line, run[begin:end], at if begin == 0 else run[begin][1], lexicon, cell)
        for begin, end in _classes(line, run, apart=cell)
    ]
    last = found[-1].span.end
    while index < len(words) and words[index].start < last:
        index += 1
    return found, index


def _of_one_name(line: Line, first: int, run: list[tuple[str, int, int]], lexicon: Lexicon) -> bool:
    """Tell "các Viện Pasteur", bodies that share a name of their own, from "các viện", "các Sở"."""
    after = run[0][2]
    named = len(run) == 1 and line.upper(first) and line.joined(after) and line.upper(after)
    head = lexicon.heads.tells(line.words, first, "thing") and lexicon.heads.after(line.words, first) == after
    return named and head and lexicon.place(line.words, after) is None


def _run(
    line: Line, index: int, determined: bool, lexicon: Lexicon, cell: bool
) -> tuple[list[tuple[str, int, int]], int]:
    """Read the class nouns in a row from word *index* on (class, first word, word after); tell where they end."""
    words = line.words
    run: list[tuple[str, int, int]] = []
    while index < len(words):
        parted = not run or not line.joined(index) or line.word(index - 1) in DETERMINERS
        step = (
            (read_committees(line, index, determined or bool(run)) if parted else None)
            or read_class(words, index, lexicon)
            or read_town(words, index, run)
        )
        if step is None or _is_verb(line, index, step[1]) or (run and not _bridged(line, index, cell)):
            break
        if (step[0] in LEVELS and is_named(line, step[1], lexicon)) or (
            run and _is_one_body(line, index, step[1], lexicon)
        ):
            break
        told = line.word(index - 1) in {"và", *DETERMINERS} or line.word(index) in ("ubnd", "ủy")
        level = step[0] in LEVELS or line.opens(index, "cấp", "tỉnh")
        if run and level and line.joined(index) and not told and run[-1][0] not in (*LEVELS, "cap-uy"):
            run[-1] = (run[-1][0], run[-1][1], step[1])  # "các phòng, ban, ngành | huyện"
            index = step[1]
            continue
        run.append((step[0], index, past_levels(line, step[1], lexicon) if step[0] in PARTY_COMMITTEES else step[1]))
        index = run[-1][2]
        again, after = read_determiner(words, index)
        joined = index < len(words) and words[index].word == "và"
        if joined:
            again, after = read_determiner(words, index + 1)
        follows = (
            read_committees(line, after, True) or read_class(words, after, lexicon) or read_town(words, after, run)
        )
        if (
            (again or joined)
            and follows
            and not _is_verb(line, after, follows[1])
            and not (line.joined(index) and line.opens(index, "các", "cấp"))
            and not (follows[0] in LEVELS and is_named(line, follows[1], lexicon))
        ):
            index = after
    return [(_class_of(line, run, at), *run[at][1:]) for at in range(len(run))], index


def _class_of(line: Line, run: list[tuple[str, int, int]], at: int) -> str:
    """Give the class of a noun of a run: "các ban, ban cán sự đảng, đảng đoàn" are all of the Party."""
    code, first, after = run[at]
    alone = code == "so-ban-nganh" and line.said(first, after).lower() == "ban"
    beside = {run[i][0] for i in (at - 1, at + 1) if 0 <= i < len(run)}
    return "cac-ban-dang" if alone and "dang-doan" in beside and "so-ban-nganh" not in beside else code


def _is_one_body(line: Line, first: int, after: int, lexicon: Lexicon) -> bool:
    """Tell what reads like a group from the beginning of one body's name: "Hiệp hội Chè", "Báo Lào Cai"."""
    committee = line.opens(first, "ủy", "ban", "nhân", "dân")
    if committee or not line.upper(first) or not line.joined(after) or line.word(after) in _OWNED:
        return False
    if not lexicon.heads.after(line.words, first):
        return False
    if NARROWS.match(line.text.low, line.words[after - 1].end) or lexicon.place(line.words, after) == ("", after + 2):
        return False
    if lexicon.qualifiers.longest(line.words, after) and not line.upper(after):
        return False
    if line.word(first) in _NAMED_BY_KIND and after - first > 1 and line.upper(first + 1):
        return True
    here = after
    while line.joined(here) and here - after < _LONGEST_NAME and not line.verb(here):
        if line.upper(here) and line.word(here) not in ("các", "và"):
            return True
        here += 1
    return False


def _bridged(line: Line, index: int, cell: bool) -> bool:
    """Tell whether the noun at *index* goes on the list: only commas, dashes, "và" or a determiner before it."""
    words, back = line.words, index - 1
    while back >= 0 and words[back].word in DETERMINERS | {"và", "ubnd"}:
        back -= 1
    between = line.text.low[words[back].end : words[index].start]
    between = re.sub(r"\b(?:và|các|những)\b", " ", between)
    return bool(_BRIDGE.fullmatch(between.replace(";", "," if cell else ";")))


def _classes(line: Line, run: list[tuple[str, int, int]], *, apart: bool) -> list[tuple[int, int]]:
    """Part a run of nouns where the class changes; ministries swallow "ngành, địa phương", a level its neighbours.

    In running text "các sở, ban, ngành, đoàn thể" is one collective; a table cell lists its members *apart*.
    """
    cuts = [0]
    for at in range(1, len(run)):
        before, here = run[cuts[-1]][0], run[at][0]
        if here == before or (before == "bo-nganh" and here in ("so-ban-nganh", "cap-huyen")):
            continue
        if (before, here) == ("bo-nganh", "co-quan-don-vi") and line.word(run[at][1] - 1) not in DETERMINERS:
            continue  # "các bộ, ngành và cơ quan liên quan" is one class, "các bộ, ngành, các cơ quan" are two
        local = at - cuts[-1] == 1 and line.opens(run[at - 1][1], "địa", "phương")
        if local and here == "co-quan-don-vi" and run[at][1] == run[at - 1][2]:
            continue  # "các địa phương, đơn vị liên quan"
        if (
            {before, here} <= {"cac-cap", "so-ban-nganh"}
            or (before, here) == ("phong-ban", "so-ban-nganh")
            or (before == "co-quan-don-vi" and here in ("so-ban-nganh", "cap-huyen", "bo-nganh"))
        ):
            continue
        beside = run[at][1] == run[at - 1][2]
        if before in ("so-ban-nganh", "phong-ban", "vu-cuc") and here == "co-quan-don-vi" and beside:
            continue  # "các sở, ngành, đơn vị (liên quan)" is one class, "các sở, ngành và các đơn vị" are two
        if (before, here) == ("so-ban-nganh", "doan-the") and beside and not apart:
            continue
        if (
            before == "so-ban-nganh"
            and here == "cap-huyen"
            and run[cuts[-1]][1] == run[at - 1][1]
            and _single(run, cuts[-1], at)
            and line.opens(run[at][1], "địa", "phương")
        ):
            continue  # "các ngành, địa phương"
        cuts.append(at)
    return list(zip(cuts, [*cuts[1:], len(run)], strict=True))


def _single(run: list[tuple[str, int, int]], begin: int, at: int) -> bool:
    """Tell a lone noun of one word, "ngành", from "sở, ngành"."""
    return at - begin == 1 and run[begin][2] - run[begin][1] == 1


def _mention(line: Line, run: list[tuple[str, int, int]], first: int, lexicon: Lexicon, cell: bool) -> AgencyMention:
    tail = read_tail(line, run[-1][2], lexicon, cell and run[0][0] in _QUALIFIED)
    end, truncated = tail or (line.words[run[-1][2] - 1].end, False)
    span = Span(line.words[first].start, end)
    surface = line.text.words(span)
    name = lexicon.knowledge.groups[run[0][0]].name
    code = group_code(line, run, span, lexicon)
    if code != run[0][0]:
        name = surface[:1].upper() + surface[1:]
    return AgencyMention(span, group=code, name=name, truncated=truncated, rule="group")


_ORGANISE_NEXT = {"cá", "có", "khác", "hữu", "liên", "khoa", "và", "trên", "thuộc", "chính", "xã", "đảng", "đoàn"}


# what organises nothing: "Các cơ quan, tổ chức | từ Trung ương đến cơ sở", "Người đứng đầu cơ quan, tổ chức | chỉ đạo"
_BEHIND_AGENCIES = re.compile(r"tổ chức (?:từ trung|chỉ đạo|phải|chịu)(?![^\W_])", re.IGNORECASE)


def _is_verb(line: Line, at: int, after: int) -> bool:
    """Tell the verb "tổ chức" (organise) from the noun (organisation)."""
    if after != at + 2 or not line.opens(at, "tổ", "chức") or line.word(at - 1) in DETERMINERS:
        return False
    if _BEHIND_AGENCIES.match(line.said(at, min(after + 2, len(line)))) and line.word(at - 1) in ("quan", "vị"):
        return False
    return line.joined(after) and line.word(after) not in _ORGANISE_NEXT
