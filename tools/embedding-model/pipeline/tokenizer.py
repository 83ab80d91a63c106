"""The tokenizer: rules, training of the pieces (SentencePiece, Unigram) and encoding, kept in Hugging Face's tokenizer.json.

`Tokenizer` carries out the parts of that format which the model uses, so that training sees the very pieces that Transformers.js will see;
the check stage compares the two on thousands of texts."""

import io
import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import sentencepiece

PAD, UNKNOWN = 0, 1
LONGEST = 512
_UNKNOWN_PENALTY = 10.0

# The article and what is joined before it stand apart, so that "the school" and "school" share a piece; not where the letters
# belong to the word (electronic, obligation, request, Germany, cancel, meeting …).
_ARTICLE = r"^(?:[وف]?[بك]?ال|[وف]?لل)(?!كترون|زام|تزام|تحاق|تماس|ماني|تقا|تهاب|تفات|غا$|اف$)(?=[ء-ي]{3,})"
_DROPPED = "[ـ\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00adء]"
_LETTERS = {"ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "گ": "ك", "ڭ": "ك", "ڤ": "ف", "پ": "ب", "œ": "oe", "æ": "ae"}
_DIGITS = {chr(base + value): str(value) for base in (0x660, 0x6F0) for value in range(10)}


def rules() -> dict:
    """The normaliser and pre-tokenizer of tokenizer.json."""
    replaced = [{"type": "Replace", "pattern": {"String": old}, "content": new} for old, new in (_LETTERS | _DIGITS).items()]
    return {
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFKD"},
                {"type": "StripAccents"},
                {"type": "Lowercase"},
                {"type": "Replace", "pattern": {"Regex": _DROPPED}, "content": ""},
                *replaced,
            ],
        },
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "BertPreTokenizer"},
                {"type": "Split", "pattern": {"Regex": _ARTICLE}, "behavior": "Isolated", "invert": False},
                {"type": "Split", "pattern": {"Regex": "[0-9]"}, "behavior": "Isolated", "invert": False},
            ],
        },
    }


def train_pieces(counts: dict[str, float], size: int) -> list[tuple[str, float]]:
    """Learns `size` Unigram pieces with their log probabilities from weighted words. Source: Kudo 2018, Subword Regularization."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(f"{word}\t{max(1, round(count))}" for word, count in counts.items()),
        input_format="tsv", model_writer=model, model_type="unigram", vocab_size=size, hard_vocab_limit=False,
        character_coverage=0.99995, normalization_rule_name="identity", add_dummy_prefix=False, split_by_unicode_script=False,
        split_by_number=False, max_sentencepiece_length=20, num_threads=2, bos_id=-1, eos_id=-1, unk_id=0, minloglevel=2,
    )  # fmt: skip
    trained = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    pieces = [(trained.id_to_piece(place), trained.get_score(place)) for place in range(1, trained.get_piece_size())]
    return [(piece, score) for piece, score in pieces if "▁" not in piece]


def tokenizer_json(pieces: list[tuple[str, float]]) -> dict:
    """A whole tokenizer.json over these pieces; [PAD] and [UNK] come first."""
    special = [("[PAD]", 0.0), ("[UNK]", 0.0)]
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [{"id": place, "content": name, **flags} for place, (name, _) in enumerate(special)],
        **rules(), "post_processor": None, "decoder": None,
        "model": {"type": "Unigram", "unk_id": UNKNOWN, "vocab": [[piece, round(score, 4)] for piece, score in [*special, *pieces]], "byte_fallback": False},
    }  # fmt: skip


class Tokenizer:
    """Encodes texts as a tokenizer.json says. Words are encoded once and remembered."""

    def __init__(self, description: dict) -> None:
        self._normalizers = [_normalizer(step) for step in description["normalizer"]["normalizers"]]
        self._splits = [re.compile(step["pattern"]["Regex"]) for step in description["pre_tokenizer"]["pretokenizers"] if step["type"] == "Split"]
        self.pieces: list[tuple[str, float]] = [tuple(entry) for entry in description["model"]["vocab"]]
        self._scores = {piece: (place, score) for place, (piece, score) in enumerate(self.pieces) if place > UNKNOWN}
        self._longest = max(len(piece) for piece in self._scores)
        self._unknown = min(score for _, score in self._scores.values()) - _UNKNOWN_PENALTY
        self._words: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> "Tokenizer":
        """Reads a tokenizer.json."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def words(self, text: str) -> list[str]:
        """The normalised words and marks that pieces are looked for in."""
        for normalise in self._normalizers:
            text = normalise(text)
        found = _WORD_OR_MARK.findall(text)
        for split in self._splits:
            found = [part for word in found for part in _isolated(split, word)]
        return found

    def encode(self, text: str) -> list[int]:
        """Piece numbers of a text, at most LONGEST."""
        ids: list[int] = []
        for word in self.words(text):
            known = self._words.get(word)
            if known is None:
                known = self._words[word] = tuple(self._best_path(word))
            # Unknown letters in a row are one [UNK], from one word to the next too, as the format has it.
            ids.extend(known[1:] if known[:1] == (UNKNOWN,) and ids[-1:] == [UNKNOWN] else known)
        return ids[:LONGEST]

    def encode_all(self, texts: Iterable[str]) -> list[list[int]]:
        """`encode` of each text."""
        return [self.encode(text) for text in texts]

    def _best_path(self, word: str) -> list[int]:
        """Viterbi over the pieces; letters that no piece covers become one [UNK] together."""
        best = [(0.0, 0, PAD)] + [(-1e18, 0, PAD)] * len(word)
        for start in range(len(word)):
            base = best[start][0]
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                piece = self._scores.get(word[start:end])
                if piece and base + piece[1] > best[end][0]:
                    best[end] = (base + piece[1], start, piece[0])
            if word[start : start + 1] not in self._scores and base + self._unknown > best[start + 1][0]:
                best[start + 1] = (base + self._unknown, start, UNKNOWN)
        path: list[int] = []
        end = len(word)
        while end > 0:
            _, end, place = best[end]
            if not (place == UNKNOWN and path and path[-1] == UNKNOWN):
                path.append(place)
        return path[::-1]


def _normalizer(step: dict):
    if step["type"] == "NFKD":
        return lambda text: unicodedata.normalize("NFKD", text)
    if step["type"] == "StripAccents":
        return lambda text: "".join(letter for letter in text if unicodedata.category(letter) != "Mn")
    if step["type"] == "Lowercase":
        return str.lower
    if step["type"] == "Replace" and "String" in step["pattern"]:
        return lambda text: text.replace(step["pattern"]["String"], step["content"])
    if step["type"] == "Replace":
        pattern = re.compile(step["pattern"]["Regex"])
        return lambda text: pattern.sub(step["content"], text)
    raise ValueError(f"unknown normaliser {step['type']}")


def _isolated(pattern: re.Pattern[str], word: str) -> list[str]:
    parts, place = [], 0
    for found in pattern.finditer(word):
        parts += [word[place : found.start()], found.group()]
        place = found.end()
    return [part for part in [*parts, word[place:]] if part]


def _punctuation() -> str:
    marks = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)).startswith("P")]
    marks += [chr(code) for low, high in ((33, 47), (58, 64), (91, 96), (123, 126)) for code in range(low, high + 1)]
    return re.escape("".join(sorted(set(marks))))


_MARKS = _punctuation()
_WORD_OR_MARK = re.compile(rf"[^\s{_MARKS}]+|[{_MARKS}]")
