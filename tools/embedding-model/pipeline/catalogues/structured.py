"""Catalogues kept as data structures: JSON, YAML and JavaScript object literals. The key is the path to the text.

Scripts are scanned, never run: strings that stand as the value of a key are taken with the keys around them."""

import json
import re
from collections.abc import Iterator

import yaml

_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[A-Za-z_$][\w$.-]*|[{}\[\]():,=;]|[^\s]""",
    re.S,
)
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_OPEN, _CLOSE = "{[(", "}])"


def read_json(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (path, text) of every string in a JSON file."""
    return _walk(json.loads(content.decode("utf-8-sig", "replace")), ())


def read_yaml(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (path, text) of every string in a YAML file."""
    text = content.decode("utf-8", "replace")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.CSafeLoader)):
            raise ValueError("aliases could grow without end")
        return _walk(yaml.load(text, Loader=yaml.CSafeLoader), ())
    except yaml.YAMLError as fault:
        raise ValueError(str(fault)) from fault


def read_script(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (path, text) of the strings in a script's object literals; template strings with code in them are left out."""
    stack: list[str] = []
    key, before, places = "", "", [0]
    for token in _TOKEN.findall(content.decode("utf-8", "replace")):
        if token.startswith(("//", "/*")):
            continue
        if token in _OPEN:
            stack.append(key or (str(places[-1]) if places else ""))
            places.append(0)
            key = ""
        elif token in _CLOSE:
            if stack:
                stack.pop()
                places.pop()
            key = ""
        elif token in ":=":
            key = _unquoted(before) if before not in _OPEN + _CLOSE else ""
        elif token in ",;":
            key = ""
            places[-1:] = [places[-1] + 1] if places else []
        elif token[0] in "\"'`" and len(token) > 1 and "${" not in token:
            if key or (stack and before in "[,"):
                yield ".".join((*stack, key or str(places[-1]))), _unquoted(token)
        before = token


def _walk(node: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield ".".join(path), node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _walk(value, (*path, str(key)))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _walk(value, (*path, str(place)))


def _unquoted(token: str) -> str:
    if token[:1] not in ("'", '"', "`"):
        return token
    inner = _ESCAPE.sub(_character, token[1:-1])
    # Two escapes may make one character beyond the basic plane; half a one is none.
    inner = inner.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return inner.replace("\\n", " ").replace("\\t", " ").replace("\\", "")


def _character(escape: re.Match[str]) -> str:
    code = int(escape.group(1) or escape.group(2) or escape.group(3), 16)
    return chr(code) if code <= 0x10FFFF else ""
