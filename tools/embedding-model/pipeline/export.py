"""Writes the model folder: the table as int8 with one scale a row in an ONNX graph, the tokenizer, and the two small files that Transformers.js asks for.

The graph looks rows up and multiplies them by their scale and by the attention mask, so that padding adds nothing; mean pooling and
normalisation, which Transformers.js does, give the direction of the sum."""

import hashlib
import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

from .tokenizer import LONGEST, PAD

_OPSET = 14


def quantise(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 [pieces, dimensions] and float32 [pieces, 1] scales, symmetric, the largest value of a row at 127."""
    scales = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-12) / 127
    return np.clip(np.rint(rows / scales), -127, 127).astype(np.int8), scales.astype(np.float32)


def export(rows: np.ndarray, tokenizer: dict, folder: Path) -> dict[str, int | str]:
    """Writes `config.json`, `tokenizer.json`, `tokenizer_config.json` and `onnx/model_quantized.onnx`; returns sizes and the model's SHA-256."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    pieces, dimensions = rows.shape
    config = {
        "model_type": "bert", "architectures": ["BertModel"], "hidden_size": dimensions, "vocab_size": pieces, "max_position_embeddings": LONGEST,
        "num_hidden_layers": 0, "num_attention_heads": 1, "intermediate_size": dimensions, "pad_token_id": PAD,
    }  # fmt: skip
    tokenizer_config = {
        "tokenizer_class": "PreTrainedTokenizerFast", "pad_token": "[PAD]", "unk_token": "[UNK]", "model_max_length": LONGEST,
        "padding_side": "right", "clean_up_tokenization_spaces": False,
    }  # fmt: skip
    _write_json(folder / "config.json", config)
    _write_json(folder / "tokenizer_config.json", tokenizer_config)
    _write_json(folder / "tokenizer.json", tokenizer)
    model = folder / "onnx" / "model_quantized.onnx"
    save(_graph(*quantise(rows)), model)
    _write_sums(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {"pieces": pieces, "dimensions": dimensions, "bytes": size, "sha256": hashlib.sha256(model.read_bytes()).hexdigest()}


def _write_sums(folder: Path) -> None:
    """Written last: its presence says that the folder is whole."""
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _graph(table: np.ndarray, scales: np.ndarray):
    dimensions = table.shape[1]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["looked_up"]),
        helper.make_node("Cast", ["looked_up"], ["values"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["scale"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last_axis"], ["mask_column"]),
        helper.make_node("Mul", ["scale", "mask_column"], ["factor"]),
        helper.make_node("Mul", ["values", "factor"], ["last_hidden_state"]),
    ]
    axes = ["batch", "sequence"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, axes) for name in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [*axes, dimensions])
    constants = [numpy_helper.from_array(table, "table"), numpy_helper.from_array(scales, "scales"), numpy_helper.from_array(np.array([2], np.int64), "last_axis")]
    graph = helper.make_graph(nodes, "mithaq-static", inputs, [output], constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=8, producer_name="mithaq")


def _write_json(path: Path, content: dict) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
