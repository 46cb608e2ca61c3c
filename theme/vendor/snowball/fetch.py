#!/usr/bin/env python3
"""Fetches the stemmers and stop lists again, byte for byte.

    python3 fetch.py          writes them beside this file
    python3 fetch.py --check  compares only; exit code 1 if a byte differs

Needs `pip` and the network. The wheel is pinned by its digest.
"""
import hashlib
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

WHEEL = "sphinx==9.0.4"
SHA256 = "5bebc595a5e943ea248b99c13814c1c5e10b3ece718976824ffa7959ff95fffb"

STEMMERS = """base arabic armenian basque catalan danish dutch english esperanto estonian french german greek
hindi hungarian indonesian irish italian nepali norwegian portuguese romanian russian serbian spanish swedish
tamil turkish yiddish""".split()
STOP = "da de en es fi fr hu it nl no pt ru sv".split()

# What Snowball's main branch, which frostem follows, has changed since release 3.0.1.
AMENDED = {
    "danish": [
        # Which doubled consonants become one.
        ("[119,223,119,1]", "[53,94,7]"),
        ("(a,98,122)", "(a,98,116)"),
    ],
    "english": [
        # "international" and its kin keep the region behind "inter".
        ('["gener",-1,-1],', '["gener",-1,-1],["inter",-1,-1],'),
        # A further exception.
        (
            "this.stemWord=function(r){return ",
            'this.stemWord=function(r){return"skis"===r?"ski":(',
        ),
        ("a.getCurrent()}};", "a.getCurrent())}};"),
    ],
}


def files():
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, WHEEL]
        subprocess.run(command, check=True)
        (wheel,) = pathlib.Path(folder).glob("*.whl")
        data = wheel.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        sys.exit(f"{WHEEL} is not the wheel that was looked at")
    archive = zipfile.ZipFile(io.BytesIO(data))
    for name in STEMMERS:
        text = archive.read(f"sphinx/search/minified-js/{name}-stemmer.js").decode()
        for old, new in AMENDED.get(name, []):
            if text.count(old) != 1:
                sys.exit(f"{name}: expected {old!r} once")
            text = text.replace(old, new)
        yield f"{name}-stemmer.js", text.encode()
    for lang in STOP:
        yield f"stop/{lang}.txt", archive.read(f"sphinx/search/_stopwords/{lang}.txt")


def main():
    here = pathlib.Path(__file__).parent
    differs = False
    for name, data in files():
        path = here / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_bytes() != data:
                print(f"differs: {name}")
                differs = True
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    sys.exit(differs)


main()
