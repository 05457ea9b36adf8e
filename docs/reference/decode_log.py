#!/usr/bin/env python3
"""Decodes frames of Iliacus' log, format 1. Written from docs/log-format.md alone.

Reads lines of hexadecimal from standard input (any number of frames a line) and prints a JSON object a frame:
{"seq": ..., "record": ...}, or {"seq": ..., "kept": "<hex>"} for what needs an update; damage goes to standard error.
No input ends it: what is no hexadecimal or no frame is damage, and a frame of any content is read or kept.
"""
import json
import sys
import zlib

PHASES = ["sore", "active", "maintenance"]
TOOLS = ["ball", "hook", "none"]
SIDES = ["left", "right"]
STEPS = ["release-iliacus", "release-back"]
SPELLED = 3
ENDINGS = ["done", "stopped", "left"]
OUTCOMES = ["guided-to-end", "let-go", "not-easing", "interrupted", "skipped", "stopped"]
MORNINGS = ["worse", "same", "better"]
ROUTINES = {1: "hip-release"}
ORDERS = [["left"], ["right"], ["left", "right"], ["right", "left"]]
MOST = 1000


def at_most(value):
    """More kinds, slots, holds or letters in a word than this are no session."""
    if value > MOST:
        raise ValueError(value)
    return value


class Reader:
    def __init__(self, data):
        self.data, self.at, self.open = data, 0, None

    def u8(self):
        self.at += 1
        return self.data[self.at - 1]

    def u32(self):
        return int.from_bytes(bytes(self.u8() for _ in range(4)), "big")

    def varint(self):
        value = shift = 0
        while True:
            byte = self.u8()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value
            if shift == 49:
                raise ValueError("varint")

    def half(self):
        if self.open is None:
            self.open = self.u8()
            return self.open >> 4
        lower, self.open = self.open & 15, None
        return lower

    def small(self, unit):
        half = self.half()
        return self.varint() if half == 15 else half * unit

    def word(self):
        units = [self.varint() & 0xFFFF for _ in range(at_most(self.varint()))]
        return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "surrogatepass")

    def rating(self, value):
        if 10 < value != 15:
            raise ValueError(value)
        return None if value == 15 else value


def session(r):
    head = r.varint()
    routine = ROUTINES[head & 7] if head & 7 else r.word()
    kinds = head >> 3 & 3
    kinds = at_most(r.varint()) if kinds == 3 else kinds
    flags = r.u8()
    start, zone = r.u32(), r.u8()
    ratings = [r.rating(r.half()) for _ in range(3)]
    protection, beats = r.half(), r.small(1)
    sides, planned, slots, all_slots = ORDERS[flags >> 4 & 3], [], [], 0
    for _ in range(kinds):
        code = r.varint()
        tool, spots, cues = code & 1, [code >> 1 & 3, code >> 3 & 3], 2 + (code & 1)
        if code & 31 == 0:
            tool, spots, cues = r.varint(), [r.varint(), r.varint()], r.varint()
        all_slots = at_most(all_slots + sum(spots))
        step = r.word() if code >> 5 == SPELLED else STEPS[code >> 5]
        seconds = r.varint()
        places = [r.small(5), r.small(5) if all(spots) else 0, r.small(5) if max(spots) > 1 else 0]
        kind = {"step": step, "tool": TOOLS[tool], "seconds": seconds, "cues": cues}
        planned.append({**kind, "spots": spots, "positionsS": places})
        begun = 0
        for side, count in zip(sides, spots):
            for spot in range(1, count + 1):
                slots.append(hold(kind["step"], side, spot, kind["tool"], seconds, places[2 if spot > 1 else begun], cues, 0, 0))
                begun = 1
    counts = [r.varint() for _ in range(4)] if protection & 8 else [0] * 4
    rest, holds = r.varint(), slots
    rest = (rest + 2**31) % 2**32 - 2**31
    if zone < 128:
        holds, at = [], 0
        for _ in range(at_most(r.varint())):
            bits = r.u8()
            at = r.varint() - 1 if bits & 128 else at
            slot = slots[at] if 0 <= at < len(slots) else None
            if slot is None:
                spot, side, tool, step = r.word().split(",", 3)
                if not (spot.isascii() and spot.isdigit() and side in SIDES and tool in TOOLS):
                    raise ValueError(spot)
                slot = hold(step, side, int(spot), tool, 0, 0, 0, 0, 0)
            seconds = r.varint() if bits & 8 else slot["seconds"]
            positioned = r.varint() if bits & 16 else slot["positionedS"]
            reached = r.varint() if bits & 32 else min(slot["reached"], seconds // 30)
            late = r.varint() if bits & 64 else 0
            place = [slot[key] for key in ("step", "side", "spot", "tool")]
            holds.append(hold(*place, seconds, positioned, reached, bits & 7, late))
            at += 0 if bits & 7 in (2, 3) else 1
    told = sum(one["seconds"] + one["positionedS"] for one in holds)
    return {
        "kind": "session", "routine": routine, "routineVersion": head >> 5,
        "phase": PHASES[flags & 3], "tool": TOOLS[flags >> 2 & 1], "band": bool(flags & 8), "sides": sides,
        "startedAtMs": start * 1000, "zoneOffsetMin": (zone % 128 - 48) * 15, "durationS": rest + told,
        "how": ENDINGS[flags >> 6], "planned": planned, "holds": holds, "beats": beats,
        "interruptions": counts[0], "clockJumps": counts[1], "lostCues": counts[2], "triesLeftOut": counts[3],
        "protection": {"standby": bool(protection & 1), "alarm": bool(protection & 2), "screen": bool(protection & 4)},
        "painBefore": ratings[0], "painAfter": ratings[1], "contact": ratings[2],
    }


def hold(step, side, spot, tool, seconds, positioned, reached, outcome, late):
    return {"step": step, "side": side, "spot": spot, "tool": tool, "seconds": seconds, "positionedS": positioned,
            "reached": reached, "outcome": OUTCOMES[outcome], "lateMs": late * 100}


def rating(r):
    record = {"kind": "rating", "of": r.varint(), "atMs": r.u32() * 1000}
    mask = r.u8()
    for bit, name in enumerate(["painBefore", "painAfter", "contact"]):
        if mask & 1 << bit:
            record[name] = r.rating(r.u8())
    if mask & 8:
        record["morning"] = MORNINGS[r.u8()]
    for bit, name in enumerate(["contactLeft", "contactRight"], 4):
        if mask & 1 << bit:
            record[name] = r.rating(r.u8())
    return record


def frame_at(data, at):
    """(end, schema, kind, seq, body) of the whole frame at `at`, or None."""
    try:
        r = Reader(data)
        r.at = at
        length = r.varint()
        end = r.at + length
        if not 3 <= length <= 3407 or int.from_bytes(data[end:end + 4], "big") != zlib.crc32(data[at:end]):
            return None
        schema, kind, seq = r.u8(), r.u8(), r.varint()
        is_frame = end + 4 <= len(data) and r.at <= end and 1 <= seq < 2**32
        return (end + 4, schema, kind, seq, data[r.at:end]) if is_frame else None
    except (IndexError, ValueError):
        return None


def decode(data):
    at = 0
    while at < len(data):
        found = frame_at(data, at)
        if found is None:
            print(f"byte {at} is damaged", file=sys.stderr)
            at += 1
            continue
        end, schema, kind, seq, body = found
        try:
            readers = {1: session, 2: rating, 3: lambda _: {"kind": "void"}} if schema == 1 else {}
            yield {"seq": seq, "record": readers[kind](Reader(body))}
        except (KeyError, IndexError, ValueError):
            yield {"seq": seq, "kept": data[at:end].hex()}
        at = end


if __name__ == "__main__":
    for line in sys.stdin:
        try:
            data = bytes.fromhex(line.strip())
        except ValueError:
            print("a line is no hexadecimal", file=sys.stderr)
            continue
        for one in decode(data):
            print(json.dumps(one))
