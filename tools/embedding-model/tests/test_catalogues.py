"""The catalogue readers on small catalogues made here, and the joining of languages."""

import gzip
import struct
import unittest
import zipfile
from collections import defaultdict
from io import BytesIO

from pipeline.catalogues import dictd, read_catalogue
from pipeline.harvest import _collect


def mo_file(messages: dict[str, str]) -> bytes:
    ids = [key.encode() for key in sorted(messages)]
    texts = [messages[key].encode() for key in sorted(messages)]
    count = len(ids)
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    place, tables, body = 28 + 16 * count, b"", b""
    for part in (*ids, *texts):
        tables += struct.pack("<2I", len(part), place + len(body))
        body += part + b"\0"
    return head + tables + body


class Readers(unittest.TestCase):
    def test_mo_gives_plural_forms_and_contexts(self) -> None:
        pairs = read_catalogue("a/fr/x.mo", mo_file({"": "header", "menu\x04File": "Fichier", "%d day\0%d days": "%d jour\0%d jours"}))
        self.assertEqual(pairs, [("%d day", "%d jour"), ("%d days", "%d jours"), ("menu\x04File", "Fichier")])

    def test_pak_of_version_five(self) -> None:
        texts = ["ملف".encode(), "Fermer".encode()]
        start = 12 + 6 * 3
        table, place = b"", start
        for number, text in enumerate([*texts, b""]):
            table += struct.pack("<HI", 7 + number, place)
            place += len(text)
        content = struct.pack("<IB3xHH", 5, 1, 2, 0) + table + b"".join(texts)
        self.assertEqual(read_catalogue("ar.pak", content), [("7", "ملف"), ("8", "Fermer")])

    def test_fluent_attributes_and_continued_lines(self) -> None:
        content = "# note\nopen = Ouvrir\n    la porte\n  .title = Titre\n-brand = Nom\n".encode()
        self.assertEqual(read_catalogue("x.ftl", content), [("open", "Ouvrir la porte"), ("open.title", "Titre"), ("-brand", "Nom")])

    def test_properties_and_entities(self) -> None:
        self.assertEqual(read_catalogue("x.properties", b"a.b = caf\\u00e9 \\\n  noir\n# no\n"), [("a.b", "café noir")])
        self.assertEqual(read_catalogue("x.dtd", '<!ENTITY a.b "l&apos;eau">'.encode()), [("a.b", "l'eau")])

    def test_json_yaml_and_scripts_give_paths(self) -> None:
        self.assertEqual(read_catalogue("x.json", b'{"a": {"b": ["c", 1]}}'), [("a.b.0", "c")])
        self.assertEqual(read_catalogue("x.yml", b"fr:\n  a: b\n"), [("fr.a", "b")])
        script = "export default { menu: { 'open-file': \"Ouvrir\", n: 3, call: f(`x ${y}`) }, close: 'Fermer' };"
        self.assertEqual([text for _, text in read_catalogue("x.js", script.encode())], ["Ouvrir", "Fermer"])
        escaped = r"""x = {a: "\u00e9cole", b: '\u{e9}t\xe9', c: "\ud83d", d: "\ud83d\ude00"}"""
        self.assertEqual([text for _, text in read_catalogue("x.js", escaped.encode())], ["école", "été", "", "😀"])

    def test_aliases_and_bombs_are_refused(self) -> None:
        self.assertEqual(read_catalogue("x.yml", b"a: &a [x]\nb: [*a, *a]\n"), [])
        self.assertEqual(read_catalogue("x.pak", gzip.compress(b"\0" * 50_000_000)), [])

    def test_qm_keeps_translations_by_hash(self) -> None:
        message = b"\x03" + struct.pack(">I", 8) + "ملفي".encode("utf-16-be") + b"\x06" + struct.pack(">I", 1) + b"x" + b"\x01"
        hashes = struct.pack(">II", 0xABCD, 0)
        content = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
        for tag, block in ((0x42, hashes), (0x69, message)):
            content += struct.pack(">BI", tag, len(block)) + block
        self.assertEqual(read_catalogue("ar.qm", content), [("0000abcd", "ملفي")])

    def test_damaged_catalogues_give_nothing(self) -> None:
        for name in ("x.mo", "x.qm", "x.pak", "x.json", "x.yml"):
            self.assertEqual(read_catalogue(name, b"\x00\x01{["), [], name)

    def test_dictionary_articles(self) -> None:
        article = "كتاب /kitaab/\n1. book, volume\n2. [dated] writ\n".encode()
        index = f"كتاب\tA\t{'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[len(article)]}\n".encode()
        self.assertEqual(list(dictd.entries(index, gzip.compress(article))), [("كتاب", "book"), ("كتاب", "volume"), ("كتاب", "writ")])


class Joining(unittest.TestCase):
    def test_languages_meet_by_path_and_key(self) -> None:
        joined: dict[str, dict[str, str]] = defaultdict(dict)
        _collect("usr/share/locale/ar/LC_MESSAGES/x.mo", mo_file({"Open the file": "افتح الملف"}), joined)
        _collect("usr/share/locale/fr/LC_MESSAGES/x.mo", mo_file({"Open the file": "Ouvrir le fichier"}), joined)
        _collect("package/names.json", b'{"x": {"ar": "\xd9\x86\xd8\xb9\xd9\x85", "fr": "oui"}}', joined)
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("locale/ar/x.properties", "a=باب")
        _collect("langpack-ar.xpi", packed.getvalue(), joined)
        _collect("damaged-ar.xpi", b"PK\x03\x04 no archive", joined)
        self.assertEqual(sorted(map(len, joined.values())), [1, 2, 3])
        self.assertIn({"ar": "افتح الملف", "fr": "Ouvrir le fichier", "en": "Open the file"}, joined.values())


if __name__ == "__main__":
    unittest.main()
