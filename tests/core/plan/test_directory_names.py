"""Every body of the shipped directory is read whole, alone and in a sentence."""
from __future__ import annotations

from core.agencies import shipped
from core.plan.lists import read_list
from core.plan.tokens import tokens_of

BEHIND = ("", " chủ trì, phối hợp", " tổ chức thực hiện", " hướng dẫn các xã", ", Sở Y tế và Công an tỉnh rà soát")
ABOVE = ("Chính phủ", "Thủ tướng Chính phủ")  # they give work and get none


def test_every_name_ends_where_the_directory_says() -> None:
    cut = []
    for agency in shipped().agencies:
        if agency.name in ABOVE:
            continue
        name = agency.name.partition(" (")[0]
        for behind in BEHIND:
            text = name + behind
            found = read_list(text, tokens_of(text), 0).names
            if not found or found[0].text != name:
                cut.append((text, [n.text for n in found]))
    assert cut == []
