"""Mozilla's catalogue formats: Fluent (.ftl), Java-like properties and DTD entities."""

import html
import re
from collections.abc import Iterator

_FLUENT_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*)\s*=\s*(.*)$")
_FLUENT_ATTRIBUTE = re.compile(r"^\s+\.([A-Za-z][\w-]*)\s*=\s*(.*)$")
_PROPERTY = re.compile(r"^\s*([^#!=:\s][^=:]*?)\s*[=:]\s*(.*)$")
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+(\"([^\"]*)\"|'([^']*)')\s*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def read_ftl(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (message or message.attribute, pattern); of a selector, each variant's text is dropped with its braces."""
    key, message, lines = "", "", []
    for line in content.decode("utf-8", "replace").splitlines():
        entry, attribute = _FLUENT_ENTRY.match(line), _FLUENT_ATTRIBUTE.match(line)
        if entry or attribute or line.startswith("#"):
            if key:
                yield key, " ".join(lines)
            key, lines = "", []
        if entry:
            message = key = entry.group(1)
            lines = [entry.group(2)]
        elif attribute and message:
            key = f"{message}.{attribute.group(1)}"
            lines = [attribute.group(2)]
        elif key and line.startswith(" "):
            lines.append(line.strip())
    if key:
        yield key, " ".join(lines)


def read_properties(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (key, value) of a .properties file, with continued lines joined and \\uXXXX resolved."""
    text = re.sub(r"\\\r?\n\s*", "", content.decode("utf-8", "replace"))
    for line in text.splitlines():
        found = _PROPERTY.match(line)
        if found:
            value = _ESCAPE.sub(lambda code: chr(int(code.group(1), 16)), found.group(2))
            yield found.group(1), value.replace("\\n", " ").replace("\\", "")


def read_dtd(content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (entity, value) of a DTD."""
    for found in _ENTITY.finditer(content.decode("utf-8", "replace")):
        yield found.group(1), html.unescape(found.group(3) or found.group(4) or "")
