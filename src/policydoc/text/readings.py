"""读数: the best way through a trellis, and how large a share of all ways agrees with it at each shown character."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from policydoc.text.nodes import ANY, CUT, GAP, STEP, Arc, Node
from policydoc.text.trellis import Trellis

_COOL = 0.8
"""The words know less than they claim: shares are drawn from this power of the chances, as measured on damaged lines."""
_OTHERS, _WORTH = 3, 0.02


@dataclass(frozen=True, slots=True)
class Step:
    """One shown character and what it is read as; nothing shown for the end of a line."""

    shown: str
    read: str
    share: float
    others: tuple[str, ...]
    run: bool
    """Whether it is of a run: its bytes are out of step, before it or behind it."""
    seen: bool
    """Whether both bytes of what is read are shown."""
    begins: str
    """How a run begins here: its lead, its trail, or the end of a sign is lost; nothing inside a run."""
    kept: float
    """The share of the ways on which what is shown is itself."""


@dataclass(frozen=True, slots=True)
class Way:
    """The best way through a trellis."""

    steps: tuple[Step, ...]
    log: float


def way(trellis: Trellis) -> Way | None:
    """The best way, or None where no way leads through."""
    levels = [list(level.values()) for level in trellis.levels]
    if not levels[-1]:
        return None
    last = max(levels[-1], key=lambda node: node.score)
    alphas = _forward(levels)
    shares = _shares(levels, alphas)
    steps: list[Step] = []
    node = last
    for place in range(len(levels) - 1, 0, -1):
        arc = _best(node)
        source = arc.source
        log = arc.read
        begins = "trail" if source.state == STEP != node.state else ""
        if source.state == ANY and id(source) not in {id(each) for each in levels[place - 1]}:
            source = _best(source).source
            begins = "lead"
        elif node.state in (ANY, CUT):
            begins = "lead" if node.state == ANY else "cut"
        share = shares[place].get((log, node.state == STEP == source.state), 0.0)
        shown = trellis.shown[place - 1 : place]
        ranked = sorted(((part, read) for (read, _), part in shares[place].items() if read != log), reverse=True)
        others = tuple(read for part, read in ranked[:_OTHERS] if part >= _WORTH)
        run = not (source.state == STEP == node.state)
        kept = sum(part for (read, _), part in shares[place].items() if read.endswith(shown)) if shown else 1.0
        steps.append(Step(shown, log, min(1.0, share), others, run, _seen(arc.source.state, log, shown), begins, kept))
        node = source
    return Way(tuple(steps[::-1]), last.score)


def _best(node: Node) -> Arc:
    return max(node.arcs, key=lambda arc: arc.source.score + arc.log)


def _seen(state: int, read: str, shown: str) -> bool:
    """Whether the waiting lead and the trail that is shown make the first character that is read."""
    if not read or not shown or not 0x80 < state < GAP:
        return False
    return (len(read) == 1 or (read[1:].isascii() and read[1:] != shown)) and _lead(read[0]) == state


def _lead(character: str) -> int:
    try:
        return character.encode("cp936")[0]
    except UnicodeEncodeError:
        return 0


def _add(first: float, second: float) -> float:
    low, high = (first, second) if first < second else (second, first)
    return high + math.log1p(math.exp(low - high)) if low > -1e300 else high


def _forward(levels: list[list[Node]]) -> dict[int, float]:
    """The sum of all ways to each node."""
    found: dict[int, float] = {id(node): _COOL * node.score for node in levels[0]}

    def sum_of(node: Node) -> float:
        total = -math.inf
        for arc in node.arcs:
            before = found.get(id(arc.source))
            if before is None:
                before = found[id(arc.source)] = sum_of(arc.source)
            total = _add(total, before + _COOL * arc.log)
        return total

    for level in levels[1:]:
        for node in level:
            found[id(node)] = sum_of(node)
    return found


def _shares(levels: list[list[Node]], alphas: dict[int, float]) -> list[dict[tuple[str, bool], float]]:
    """For each level the shares of what is read before it, in step or not."""
    betas: dict[int, float] = {id(node): 0.0 for node in levels[-1]}
    whole = -math.inf
    for node in levels[-1]:
        whole = _add(whole, alphas[id(node)])
    found: list[dict[tuple[str, bool], float]] = [{}]
    for level, before in zip(reversed(levels[1:]), reversed(levels[:-1]), strict=True):
        standing = {id(node) for node in before}
        shares: defaultdict[tuple[str, bool], float] = defaultdict(float)
        waiting: dict[int, Node] = {}
        for node in level:
            beta = betas.get(id(node), -math.inf)
            if beta == -math.inf:
                continue
            for arc in node.arcs:
                log = _COOL * arc.log + beta
                shares[arc.read, node.state == STEP == arc.source.state] += math.exp(min(0.0, alphas[id(arc.source)] + log - whole))
                betas[id(arc.source)] = _add(betas.get(id(arc.source), -math.inf), log)
                if id(arc.source) not in standing:
                    waiting[id(arc.source)] = arc.source
        for node in waiting.values():
            for arc in node.arcs:
                betas[id(arc.source)] = _add(betas.get(id(arc.source), -math.inf), betas[id(node)] + _COOL * arc.log)
        found.insert(1, shares)
    return found
