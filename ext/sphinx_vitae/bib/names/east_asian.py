"""Chinese, Japanese and Korean names, in which the family name comes first."""

from __future__ import annotations

import re
from typing import Final

from ..vocabulary import words

__all__ = ["split_cjk"]

_HAN: Final = "\u3400-\u9fff\U00020000-\U0003ffff"
_HANGUL: Final = "\uac00-\ud7af"
_CJK: Final = re.compile(f"[{_HAN}{_HANGUL}\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\uf900-\ufaff\u00b7\\s]+")
_SPLITTABLE: Final = re.compile(f"[{_HAN}]+|[{_HANGUL}]+")
#: Family names of two characters.
_COMPOUND: Final = words(
    """
    欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 独孤 獨孤 南宫 南宮 夏侯 皇甫 尉迟 尉遲 公孙 公孫 长孙 長孫
    慕容 宇文 司空 令狐 百里 端木 东郭 東郭 呼延 轩辕 軒轅 赫连 赫連 澹台 闻人 聞人 申屠 太史 公羊 濮阳 濮陽
    남궁 황보 제갈 사공 선우 독고 서문 동방
    """
)


def split_cjk(name: str) -> tuple[str, str] | None:
    """Family and given name. If they cannot be separated, the whole name is the family name; ``None`` if
    the name is not CJK.

    Without a space, Chinese and Korean names of two or three characters are split after the family name.
    Names of four characters may be Japanese, and names in kana may be transcriptions, so these are not split.
    """
    if name.isascii() or not _CJK.fullmatch(name):
        return None
    words = name.split()
    if len(words) == 2:
        return words[0], words[1]
    if len(words) != 1 or not _SPLITTABLE.fullmatch(name):
        return name, ""
    length = 2 if name[:2] in _COMPOUND and len(name) > 2 else 1
    if len(name) == 1 or len(name) > length + 2:
        return name, ""
    return name[:length], name[length:]
