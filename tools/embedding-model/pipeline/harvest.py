"""Joins the catalogues of each package into texts that mean the same: one row per key with its Arabic, French and English.

The language of a text is a tag in the file's path, else in the path to the text within the file."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from .catalogues import dictd, gettext, is_catalogue, read_catalogue
from .catalogues.limits import MOST_BYTES
from .packages import Source, archive_of, files_of, is_copyleft, licence_in
from .rows import Row

_TAG = re.compile(
    r"(?<![A-Za-z0-9])(ar(?:a|[-_](?:MA|SA|EG|AE|DZ|TN|001|ma|sa|eg|ae))?|fr(?:a|[-_](?:FR|fr))?|en(?:g|[-_](?:US|GB|us|gb))?)(?![A-Za-z0-9_-]|\.js\.map)"
)
_WORDS = re.compile(r"[A-Za-z][a-z]+(?:['’ ,.:;!?()-]+[A-Za-z]?[a-z]*)*[.!?:…]?")


def harvest(sources: list[Source], folder: Path) -> Iterator[Row]:
    """Rows of every package; packages that hold one language each (…-ar and …-fr) are joined."""
    together: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        apart = source.kind == "dictionary"
        together[source.name if apart else source.registry + _TAG.sub("{}", source.name)].append(source)
    for group in together.values():
        yield from _harvest_group(group, folder)


def _harvest_group(group: list[Source], folder: Path) -> Iterator[Row]:
    licences: dict[str, str] = {}
    joined: dict[str, dict[str, str]] = defaultdict(dict)
    dictionaries: dict[str, bytes] = {}
    for source in group:
        licences[source.label] = source.licence
        archive = archive_of(source, folder)
        for path, content in files_of(archive) if archive else ():
            licences[source.label] = licences[source.label] or licence_in(path, content) or ""
            if source.kind == "dictionary" and path.endswith((".index", ".dict.dz")):
                dictionaries[path.removesuffix(".index")] = content
            else:
                _collect(path, content, joined)
    label, licence = " + ".join(licences), " / ".join(sorted(set(licences.values())))
    copyleft = any(is_copyleft(of_one) for of_one in licences.values())
    texts = _dictionary(dictionaries) if dictionaries else (entry for entry in joined.values() if len(entry) > 1)
    yield from (Row(label, group[0].kind, licence, copyleft, entry) for entry in texts)


def _collect(path: str, content: bytes, joined: dict[str, dict[str, str]]) -> None:
    if path.endswith(".xpi"):
        for name, inner in _unzip(content):
            _collect(f"{path}!{name}", inner, joined)
        return
    if path.endswith(".pak.gz"):
        path = path[:-3]
    tags = _TAG.findall(path)
    if not is_catalogue(path) or not (tags or path.endswith(".json")):
        return
    for key, text in read_catalogue(path, content):
        language, place = (tags[-1], f"{_without(path, tags[-1])}#{_without(key, tags[-1])}") if tags else _language_in(path, key)
        if language:
            _put(joined[place], language, text)
            if path.endswith(".mo") and "en" not in joined[place] and _is_english(gettext.message_of(key)):
                joined[place]["en"] = gettext.message_of(key)


def _language_in(path: str, key: str) -> tuple[str, str]:
    for part in key.split("."):
        if _TAG.fullmatch(part):
            return part, f"{path}#{_without(key, part)}"
    return "", ""


def _put(texts: dict[str, str], tag: str, text: str) -> None:
    language = tag[:2]
    exact = len(tag) == 2 or tag in ("ara", "fra", "eng")
    if text.strip() and (exact or language not in texts):
        texts[language] = text


def _without(place: str, tag: str) -> str:
    return re.sub(rf"(?<![A-Za-z0-9]){re.escape(tag)}(?![A-Za-z0-9])", "{}", place)


def _is_english(message: str) -> bool:
    return bool(_WORDS.match(message)) and not re.fullmatch(r"[\w.-]*[._][\w.-]*|[A-Z_]+", message)


def _unzip(content: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                if is_catalogue(member.filename) and member.file_size <= MOST_BYTES:
                    yield member.filename, archive.read(member)
    except zipfile.BadZipFile as fault:
        print(f"  a damaged archive is passed over: {fault}")


def _dictionary(files: dict[str, bytes]) -> Iterator[dict[str, str]]:
    for name, index in files.items():
        languages = re.search(r"(ara|eng|fra)-(ara|eng|fra)$", name)
        body = files.get(f"{name}.dict.dz")
        if languages and body is not None:
            first, second = ({"ara": "ar", "eng": "en", "fra": "fr"}[tag] for tag in languages.groups())
            yield from ({first: headword, second: translation} for headword, translation in dictd.entries(index, body))
