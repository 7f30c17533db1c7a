"""步骤: the steps of a repair in order, each behind a pattern that clean text does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.text.edits import Repaired
from policydoc.text.gate import MAYBE_OUT_OF_STEP

FIRST_HALVES = pattern(
    "["
    "鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈錉洹洧洌浃浈洇洄洙洎洫浍洮洵洚浏浒浔洳涑浯涞涠浞涓涔浜浠浼浣渚淇鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫濉澧澹澶濂濡濮濞濠濯瀚瀣瀛"
    "瀹瀵灏灞宀宄宕宓宥宸甯骞搴寤寮褰寰蹇鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍妗姊妫妞妤姒妲妯姗妾娅娆姝娈姣姘姹娌娉娲娴娑娣娓婀婧婊婕娼婢婵鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩"
    "鐪鐫鐬鐭鐮纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲缍绶绺绻绾缁缂缃缇缈鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠琛琚瑁瑜瑗瑕瑙瑷瑭瑾璜璎璀璁璇璋璞璨璩璐璧瓒璺韪韫韬杌杓杞杈杩閫閬閭閮閯閰閱閲閳閴"
    "閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋椤棰椋椁楗棣椐楱椹楠楂楝榄楫榀榘楸椴槌榇榈槎榉楦楣楹榛榧榻榫榭鈥銆锛銕鈽"
    "]"
)
"""The characters of GBK that the first two bytes of Chinese characters in UTF-8 make; few of them are in use."""


class Step(NamedTuple):
    """One step: the pattern that says where it may have something to do, and the function that does it."""

    gate: re.Pattern[str]
    module: str
    function: str

    def run(self, text: str) -> Repaired | None:
        """What the step makes of a text; None where it has nothing to do."""
        if self.gate.search(text) is None:
            return None
        read: Callable[[str], Repaired | None] = getattr(import_module(f"policydoc.text.{self.module}"), self.function)
        return read(text)


STEPS: tuple[Step, ...] = (
    Step(pattern(r"[\xc3\xe2-\xe9\xef][\x80-\xbf\u0152-\u2122\ufffd]"), "mojibake", "read_utf8_as_latin"),
    Step(FIRST_HALVES, "mojibake", "read_utf8_as_gbk"),
    Step(pattern(r"[\xa1-\xff][\x80-\xff\u0152-\u2122]{5}"), "pairs", "read_pairs_as_latin"),
    Step(MAYBE_OUT_OF_STEP, "realign", "realigned"),
    Step(pattern(r"[\u3041-\u30fa\u0391-\u03c9\u0401-\u0451\ue4c6-\ue765\u3105-\u3129﹜﹝]"), "pairs", "read_pairs_as_pairs"),
    Step(pattern(r"\x00"), "pairs", "find_utf16"),
    Step(pattern(r"&(?:#|[A-Za-z]{2,8}[0-9]{0,2};|nbsp)"), "escapes", "read_entities"),
    Step(pattern(r"[\\%]u[0-9A-Fa-f]{4}"), "escapes", "read_escapes"),
    Step(pattern(r"%[A-Fa-f89][0-9A-Fa-f][%@-~]"), "escapes", "read_percent"),
    Step(
        pattern(
            r"[\x00-\x08\x0e-\x1b\x7f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
        ),
        "invisible",
        "read_invisible",
    ),
    Step(pattern(r"[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]"), "invisible", "read_controls"),
    Step(pattern(r"[\u2e80-\u2fd5\ue000-\ufaff]|[\U0001d400-\U0001d7ff\U0002f800-\U0002fa1f]"), "lookalikes", "read_lookalikes"),
    Step(pattern(r"[ニロカハエー]"), "lookalikes", "read_kana"),
    Step(pattern(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]"), "glosses", "read_glosses"),
    Step(
        pattern(r"[，、；：。,;:](?:(?<=，)[，,]|(?<=、)、|(?<=；)[；;]|(?<=：)[：:]|(?<=。)。|(?<=,)，|(?<=;)；|(?<=:)：)"),
        "doubled",
        "read_doubled",
    ),
    Step(pattern(r"«"), "doubled", "read_angles"),
    Step(
        pattern(r"[\u3400-\u9fff，。、；：] [\u3400-\u9fff，。、；：] [\u3400-\u9fff，。、；：] [\u3400-\u9fff，。、；：]"),
        "spacing",
        "read_spaced_text",
    ),
    Step(pattern(r"[0-9] [0-9]"), "spacing", "read_spaced_digits"),
    Step(pattern(r"[OoIlSBＯｏＩｌＳＢ](?:(?=[0-9０-９])|(?<=[0-9０-９].))"), "confusables", "confused"),
)


_LOSSES = pattern(r"[?\ufffd\ue000-\uf8ff锟烫屯葺铪](?:(?<=[?\ufffd\ue000-\uf8ff])|(?<=锟)斤|(?<=烫)烫|(?<=屯)屯|(?<=葺)葺|(?<=铪)铪)")


def is_clean(text: str) -> bool:
    """Whether no step has anything to do with a text.

    >>> is_clean("新建公厕3座。"), is_clean("新建&#20844;厕3座。")
    (True, False)
    """
    return not any(step.gate.search(text) for step in STEPS)


def may_have_losses(text: str) -> bool:
    """Whether a text may hold what nothing can bring back.

    >>> may_have_losses("新建公厕3座。"), may_have_losses("新建公厕\ufffd座。")
    (False, True)
    """
    return _LOSSES.search(text) is not None
