"""What schemathesis is told about the relay: how to make frames, and what each must be answered.

`verdict` is the intake of PROTOCOL.md, section 5, a second time, so that a fuzzed request is held to
one answer and not merely to some answer that the description allows.
"""

import hashlib
import os
import struct
import time
from urllib.parse import unquote_to_bytes

import schemathesis
from hypothesis import strategies as st

FRAME, AGE_MIN, AGE_MAX = 32_768, 31_619, 31_796
AGE_START = b"age-encryption.org/v1\n-> "
INSTANCE = os.environ["WAYMARK_INSTANCE"]
BITS = int(os.environ["WAYMARK_STAMP_BITS"])
# The states that the test's relay was started with.
DESKS = {"demo": None, "open": None, "paused": (409, "desk-paused"), "closed": (410, "desk-closed")}


def digest(age, desk, day, nonce):
    parts = [b"waymark-stamp-v1", hashlib.sha256(age).digest()]
    for text in (desk.encode(), INSTANCE.encode()):
        parts += [bytes([len(text)]), text]
    return hashlib.sha256(b"".join(parts) + struct.pack(">IQ", day, nonce)).digest()


def holds(age, desk, day, nonce):
    return int.from_bytes(digest(age, desk, day, nonce), "big") >> (256 - BITS) == 0


def today():
    return int(time.time()) // 86_400


def frame(seed, length, desk, off, stamped):
    """A frame around bytes that look like an age file to the relay, which can't look inside."""
    day = max(0, today() + off)
    age = (AGE_START + hashlib.shake_128(seed.to_bytes(4, "big")).digest(length))[:length]
    nonce = next(n for n in range(1 << 20) if holds(age, desk, day, n) == stamped)
    head = b"WAYMARK\x01" + struct.pack(">IQI", day, nonce, length)
    return (head + age).ljust(FRAME, b"\x5a")


frames = st.builds(
    frame,
    seed=st.integers(0, 999),
    length=st.sampled_from([AGE_MIN, 31_700, AGE_MAX]),
    desk=st.sampled_from(["demo", "demo", "open", "paused", "nobody"]),
    off=st.sampled_from([0, 0, 0, 0, -1, 1, -2, 2, 10_000]),
    stamped=st.sampled_from([True, True, True, False]),
)


@st.composite
def damaged(draw):
    """A frame with a few bytes changed, cut or added: where it matters, and anywhere."""
    body = bytearray(draw(frames))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.one_of(st.sampled_from([0, 7, 11, 19, 20, 23, 24]), st.integers(0, FRAME - 1)))
        body[at] = draw(st.integers(0, 255))
    cut = draw(st.sampled_from([0, 0, 0, 1, 744, 1_149, FRAME - 24, FRAME - 1, FRAME]))
    return bytes(body[: FRAME - cut]) + draw(st.sampled_from([b"", b"", b"", b"x", bytes(100_000)]))


schemathesis.openapi.media_type("application/octet-stream", st.one_of(frames, frames, damaged(), st.binary(max_size=200)))


@schemathesis.hook
def before_generate_path_parameters(context, strategy):
    known = st.sampled_from(["demo", "demo", "demo", "open", "paused", "closed", "closed", "nobody"]).map(lambda desk: {"desk": desk})
    return st.one_of(known, known, known, strategy)


def one_of_each():
    """A desk and a body for each answer there is, so that none is left to chance."""
    good = frame(0, AGE_MIN, "demo", 0, True)

    def edited(at, value):
        return good[:at] + bytes([value]) + good[at + 1 :]

    yield "demo", good
    yield "demo", good[:-1]
    yield "demo", good + b"x"
    yield "demo", edited(0, 0)
    yield "demo", edited(7, 2)
    yield "demo", edited(20, 1)
    yield "demo", edited(24, 0)
    yield "nobody", good
    yield "paused", good
    yield "closed", good
    yield "demo", frame(0, AGE_MIN, "demo", 10_000, True)
    yield "demo", frame(0, AGE_MIN, "demo", 0, False)


@schemathesis.hook
def before_add_examples(context, examples):
    if context.operation.method.upper() == "POST":
        for desk, body in one_of_each():
            examples.append(
                context.operation.Case(path_parameters={"desk": desk}, body=body, media_type="application/octet-stream")
            )


def verdict(desk, body, day):
    """Status and `type` that PROTOCOL.md asks for."""
    if len(body) != FRAME:
        return (400 if len(body) < FRAME else 413, "wrong-size")
    if body[:7] != b"WAYMARK":
        return (400, "wrong-magic")
    if body[7] != 1:
        return (400, "wrong-version")
    stamped_day, nonce, length = struct.unpack(">IQI", body[8:24])
    if not AGE_MIN <= length <= AGE_MAX:
        return (400, "wrong-length")
    age = body[24 : 24 + length]
    if not age.startswith(AGE_START):
        return (400, "not-an-envelope")
    if desk not in DESKS:
        return (404, "unknown-desk")
    if DESKS[desk]:
        return DESKS[desk]
    if abs(stamped_day - day) > 1:
        return (409, "wrong-day")
    if not holds(age, desk, stamped_day, nonce):
        return (403, "weak-stamp")
    return (202, None)


@schemathesis.check
def as_the_protocol_says(context, response, case):
    if case.method.upper() != "POST" or case.operation.path != "/api/v1/reports/{desk}":
        return
    request = response.request
    path = request.url.split("/api/v1/reports/", 1)[-1].split("?")[0].split("#")[0]
    if "/" in path or not path:
        allowed = {(404, "not-found"), (405, "wrong-method")}
    else:
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        desk = unquote_to_bytes(path).decode("utf-8", "replace")
        # Midnight may pass between the request and here.
        allowed = {verdict(desk, body, day) for day in (today(), (int(time.time()) - 60) // 86_400)}
    problem = None
    if response.status_code != 202:
        problem = response.json()["type"].removeprefix("urn:waymark:problem:")
    got = (response.status_code, problem)
    with open(os.environ["WAYMARK_ANSWERS"], "a", encoding="utf-8") as answers:
        answers.write(f"{response.status_code} {problem or 'queued'}\n")
    assert got in allowed, f"{got} where PROTOCOL.md asks for {sorted(map(str, allowed))}"
