"""Makes test/models/tiny-reranker: a cross-encoder that counts instead of having learnt, so that a test can foresee each score.

    python3 tools/test-models/reranker.py        (Debian 12: python3-onnx)

Its score is the number of the question's words that the text holds too, less 1000 where the pair does not end with its closing
token. model_quantized.onnx gives it as one label; model.onnx as two, the second less the first. The same files on every run."""

import json
import re
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

FOLDER = Path(__file__).resolve().parents[2] / "test" / "models" / "tiny-reranker"

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
CLS, SEP = SPECIAL.index("[CLS]"), SPECIAL.index("[SEP]")
WORDS = """
le la les de du des et qui quelle accord convention ministère banque université comité école forme finance protège ouvre suit
agents enseignants citoyens données personnelles formation énergie eau santé budget projet
الوزارة البنك الجامعة لجنة مدرسة اتفاقية تكوين تمويل حماية الموظفين المواطنين المعطيات الشخصية الطاقة الماء الصحة الميزانية مشروع
""".split()

LONGEST = 512
LABEL_OFFSET = 10.0
PENALTY = 1000.0


def tokenizer() -> dict:
    def token(name: str, segment: int) -> dict:
        return {"SpecialToken": {"id": name, "type_id": segment}}

    def text(name: str, segment: int) -> dict:
        return {"Sequence": {"id": name, "type_id": segment}}

    template = {
        "type": "TemplateProcessing",
        "single": [token("[CLS]", 0), text("A", 0), token("[SEP]", 0)],
        "pair": [token("[CLS]", 0), text("A", 0), token("[SEP]", 0), text("B", 1), token("[SEP]", 1)],
        "special_tokens": {name: {"id": name, "ids": [place], "tokens": [name]} for name, place in (("[CLS]", CLS), ("[SEP]", SEP))},
    }
    special = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": place, "content": name, **special} for place, name in enumerate(SPECIAL)],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": template,
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": False},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": {name: place for place, name in enumerate([*SPECIAL, *WORDS])},
        },
    }


# Most tokenizers of the hub are only of the general class, which does not say that the model reads segments: config.json does.
TOKENIZER_CONFIG = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "pad_token": "[PAD]",
    "unk_token": "[UNK]",
    "cls_token": "[CLS]",
    "sep_token": "[SEP]",
    "model_max_length": LONGEST,
    "padding_side": "right",
    "clean_up_tokenization_spaces": False,
}


def config() -> dict:
    return {
        "model_type": "bert",
        "architectures": ["BertForSequenceClassification"],
        "hidden_size": 1,
        "vocab_size": len(SPECIAL) + len(WORDS),
        "type_vocab_size": 2,
        "max_position_embeddings": LONGEST,
        "num_hidden_layers": 1,
        "num_attention_heads": 1,
        "intermediate_size": 1,
        "pad_token_id": 0,
    }


def graph(labels: int):
    node = helper.make_node
    nodes = [
        node("GreaterOrEqual", ["input_ids", "first_word"], ["is_word"]),
        node("Cast", ["token_type_ids"], ["is_second"], to=TensorProto.BOOL),
        node("Not", ["is_second"], ["is_first"]),
        node("And", ["is_word", "is_first"], ["asked"]),
        node("And", ["is_word", "is_second"], ["told"]),
        node("Unsqueeze", ["input_ids", "two"], ["column"]),
        node("Unsqueeze", ["input_ids", "one"], ["row"]),
        node("Equal", ["column", "row"], ["same"]),
        node("Unsqueeze", ["told", "one"], ["told_row"]),
        node("And", ["same", "told_row"], ["met"]),
        node("Cast", ["met"], ["met_number"], to=TensorProto.FLOAT),
        node("ReduceMax", ["met_number"], ["is_met"], axes=[2], keepdims=0),
        node("Cast", ["asked"], ["asked_number"], to=TensorProto.FLOAT),
        node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        node("Mul", ["asked_number", "mask"], ["weight"]),
        node("Mul", ["is_met", "weight"], ["counted"]),
        node("ReduceSum", ["counted", "one"], ["shared"], keepdims=1),
        node("Gather", ["input_ids", "last"], ["closing"], axis=1),
        node("Equal", ["closing", "separator"], ["is_closed"]),
        node("Not", ["is_closed"], ["is_open"]),
        node("Cast", ["is_open"], ["open_number"], to=TensorProto.FLOAT),
        node("Mul", ["open_number", "penalty"], ["loss"]),
        node("Sub", ["shared", "loss"], ["score"]),
    ]
    if labels == 1:
        nodes.append(node("Identity", ["score"], ["logits"]))
    else:
        nodes += [
            node("Add", ["score", "offset"], ["yes"]),
            node("Sub", ["yes", "score"], ["no"]),
            node("Concat", ["no", "yes"], ["logits"], axis=1),
        ]
    constants = {
        "first_word": np.array(len(SPECIAL), np.int64),
        "separator": np.array(SEP, np.int64),
        "one": np.array([1], np.int64),
        "two": np.array([2], np.int64),
        "last": np.array([-1], np.int64),
        "penalty": np.array(PENALTY, np.float32),
        "offset": np.array(LABEL_OFFSET, np.float32),
    }
    axes = ["batch", "sequence"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, axes) for name in ("input_ids", "attention_mask", "token_type_ids")]
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", labels])
    initializers = [numpy_helper.from_array(value, name) for name, value in constants.items() if labels == 2 or name != "offset"]
    made = helper.make_graph(nodes, "tiny-reranker", inputs, [output], initializers)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 14)], ir_version=8, producer_name="mithaq")
    checker.check_model(model)
    return model


def write_json(path: Path, content: dict) -> None:
    """In the form that the project's formatter asks for: a list of one plain value on one line."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    text = re.sub(r'\[\s+("[^"]*"|\d+)\s+\]', r"[\1]", text)
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    (FOLDER / "onnx").mkdir(parents=True, exist_ok=True)
    write_json(FOLDER / "config.json", config())
    write_json(FOLDER / "tokenizer_config.json", TOKENIZER_CONFIG)
    write_json(FOLDER / "tokenizer.json", tokenizer())
    save(graph(1), FOLDER / "onnx" / "model_quantized.onnx")
    save(graph(2), FOLDER / "onnx" / "model.onnx")


if __name__ == "__main__":
    main()
