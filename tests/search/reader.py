#!/usr/bin/env python3
"""Reads search shards from FORMAT.md alone, and prints all that they hold as JSON.

    reader.py <folder> <lang>

A second reader, so that the format is what its description says: it shares no code with the first,
and `generator/src/search/second_reader.rs` compares what it prints with the index. Exit code 3: a
format that it doesn't know.
"""
import json
import pathlib
import re
import sys
import unicodedata

FORMAT = 2
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
DIGEST = 6


def symbol(character):
    code = ord(character)
    if code > 0x5C:
        code -= 1
    if code > 0x22:
        code -= 1
    return code - 0x20


def numbers(column):
    out, value, place = [], 0, 1
    for s in map(symbol, column):
        if s < 46:
            out.append(value + s * place)
            value, place = 0, 1
        else:
            value += (s - 46) * place
            place *= 46
    assert place == 1, "a number that does not end"
    return out


def units(text):
    """A string's UTF-16 code units, as a list of one-unit strings (surrogates apart)."""
    data = text.encode("utf-16-be", "surrogatepass")
    return [chr(data[i] << 8 | data[i + 1]) for i in range(0, len(data), 2)]


def joined(code_units):
    return "".join(code_units).encode("utf-16-be", "surrogatepass").decode("utf-16-be")


class Reader:
    def __init__(self, folder, lang):
        self.folder = pathlib.Path(folder)
        entry = self.shard(lang)
        self.check(entry)
        self.lang = lang
        self.core = self.shard(f"{lang}-core-{entry['core']}")
        self.check(self.core)
        self.letters = units(self.core["letters"])
        self.loaded = {lang, f"{lang}-core-{entry['core']}"}

    @staticmethod
    def check(value):
        if value["format"] != FORMAT:
            print(f"format {value['format']}, this reader knows {FORMAT}", file=sys.stderr)
            sys.exit(3)

    def shard(self, name):
        source = (self.folder / f"{name}.js").read_bytes().decode("ascii")
        assert not re.search(r"[^\n\x20-\x7e]", source), name
        call = source.rstrip("\n").rsplit("\n", 1)[-1]
        match = re.fullmatch(r'Waymark\.shard\("([^"]+)",(.*)\)', call)
        assert match and match[1] == name, name
        return json.loads(match[2])

    def part(self, kind, digests, i):
        name = f"{self.lang}-{kind}-{digests[i * DIGEST:(i + 1) * DIGEST]}"
        self.loaded.add(name)
        return self.shard(name)

    def code_units(self, coded):
        """A text, as code units."""
        out, lettered, at = [], False, 0
        while at < len(coded):
            c = coded[at]
            at += 1
            if c == "~":
                lettered = not lettered
            elif c == "`":
                a, b, d = (DIGITS.index(x) for x in coded[at:at + 3])
                out.append(chr((a * 62 + b) * 62 + d))
                at += 3
            else:
                state = lettered
                if c == "^":
                    state, c = not lettered, coded[at]
                    at += 1
                out.append(self.letters[DIGITS.index(c)] if state and c in DIGITS else c)
        return out

    def text(self, coded):
        return joined(self.code_units(coded))

    def bounds(self, coded):
        text = self.text(coded)
        return text.split(" ") if text else []

    def words(self, text, shared, own, added=None):
        """Front-coded words, each with what `added` takes from the text after it."""
        source, at, last, out = self.code_units(text), 0, [], []
        extra = numbers(added) if added is not None else None
        for i, (length, more) in enumerate(zip(numbers(shared), numbers(own), strict=True)):
            last = last[:length] + source[at:at + more]
            at += more
            piece = []
            if extra is not None:
                piece = source[at:at + extra[i]]
                at += extra[i]
            out.append((last, piece))
        assert at == len(source)
        return out

    def parts(self, kind, bounds, digests):
        """The parts of a list; every key in them must lie between the bounds."""
        assert len(digests) == (len(bounds) + 1) * DIGEST
        for i in range(len(bounds) + 1):
            low = units(bounds[i - 1]) if i else None
            high = units(bounds[i]) if i < len(bounds) else None

            def within(key, low=low, high=high):
                key = units(key)
                assert (low is None or low <= key) and (high is None or key < high), key

            yield i, self.part(f"{kind}{i}", digests, i), within

    def vocabulary(self):
        core, out = self.core, []
        for _, columns, within in self.parts("v", self.bounds(core["vocabulary"]), core["digests"]["v"]):
            text, shared, own, dropped, added, classes = columns
            words = self.words(text, shared, own, added)
            for (word, tail), drop, of in zip(words, numbers(dropped), numbers(classes), strict=True):
                within(folded(joined(word)))
                out.append([joined(word), joined(word[:len(word) - drop] + tail), of])
        return out

    def stems(self):
        core, out = self.core, []
        for i, columns, within in self.parts("s", self.bounds(core["stems"]), core["digests"]["s"]):
            text, shared, own, *rest = columns
            counts, gaps, frequencies, lengths = map(numbers, rest)
            places = iter(numbers(self.part(f"p{i}", core["digests"]["s"], i)[0]))
            rows = iter(zip(gaps, frequencies, lengths, strict=True))
            for n, (word, _) in enumerate(self.words(text, shared, own)):
                within(folded(joined(word)))
                fields = []
                for count in counts[3 * n:3 * n + 3]:
                    postings, section = [], -1
                    for _ in range(count):
                        gap, frequency, length = next(rows)
                        section += gap + 1
                        positions, place = [], -1
                        for _ in range(frequency + 1):
                            place += next(places) + 1
                            positions.append(place)
                        postings.append([section, length, positions])
                    fields.append(postings)
                out.append([joined(word), fields])
            assert next(rows, None) is None and next(places, None) is None
        return out

    def spelling(self):
        coded, digests = self.part("r", self.core["digests"]["r"], 0)
        out = []
        for _, columns, within in self.parts("r", self.bounds(coded), digests):
            text, shared, own, classes = columns
            for (word, _), of in zip(self.words(text, shared, own), numbers(classes), strict=True):
                within(joined(word))
                out.append([joined(word), of])
        return out

    def pages(self):
        core, out = self.core, []
        digests, per = core["digests"]["f"], core["perFragment"]
        for page, count in enumerate(numbers(core["sections"])):
            sections, of = [], page // core["perDigest"]
            for k in range(-(-count // per)):
                texts = [self.text(coded) for coded in self.part(f"f{page}-{k}", digests, of)]
                url, title = texts[:2]
                lang = texts.pop() if len(texts) % 3 == 0 else ""
                sections += [texts[i:i + 3] for i in range(2, len(texts), 3)]
            assert len(sections) == count
            out.append([url, title, lang, sections])
        return out

    def everything(self):
        core = self.core
        groups = self.text(core["synonyms"])
        held = {
            "words": core["words"],
            "vocabulary": self.vocabulary(),
            "stems": self.stems(),
            "spelling": self.spelling(),
            "pages": self.pages(),
            "stop": self.bounds(core["stop"]),
            "elisions": core["elisions"].split(),
            "cut": core["cut"],
            "stemmed": core["stemmed"],
            "synonyms": [[term.split() for term in group.split(",")] for group in groups.split("|")] if groups else [],
        }
        files = {path.stem for path in self.folder.glob(f"{self.lang}*.js")}
        assert files == self.loaded, files ^ self.loaded
        return held


# As README.md says it, under "From text to words".
FORGOTTEN = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
PLAINER = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŋ": "n", "ı": "i",
    "ґ": "г", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
})


def folded(word):
    plain = FORGOTTEN.sub("", unicodedata.normalize("NFKD", word)).translate(PLAINER)
    return unicodedata.normalize("NFC", plain)


if __name__ == "__main__":
    json.dump(Reader(*sys.argv[1:3]).everything(), sys.stdout)
