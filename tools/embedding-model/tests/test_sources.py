"""Licences, the notice, what a variant takes, and the pairs that rows become."""

import tempfile
import unittest
from pathlib import Path

from pipeline.notice import Sources, write_notice
from pipeline.packages import is_copyleft, licence_in, read_sources
from pipeline.pairs import make_pairs
from pipeline.rows import Row, read_rows, write_rows
from pipeline.tokenizer import Tokenizer, tokenizer_json

HERE = Path(__file__).parent.parent


class Licences(unittest.TestCase):
    def test_only_known_permissive_names_are_permissive(self) -> None:
        for licence in ("MIT", "Expat", "BSD-3-Clause", "Apache-2.0 / MIT", "MPL-2.0", "MIT OR Apache-2.0", "CC0-1.0", "Unicode-3.0"):
            self.assertFalse(is_copyleft(licence), licence)
        for licence in ("", "GPL-2+", "BSD-3-clause and GPL-2+", "BSD-like-GPL", "CC0-1.0 and GPL-3", "CC-BY-SA-4.0", "MIT / LGPL-2.1", "SEE LICENSE", "ODbL-1.0"):
            self.assertTrue(is_copyleft(licence), licence)

    def test_what_packages_declare(self) -> None:
        path = "./usr/share/doc/x/copyright"
        self.assertEqual(licence_in(path, b"License:\n text\nLicense: GPL-2+\nLicense: MIT\n"), "GPL-2+ / MIT")
        self.assertEqual(licence_in(path, b"On Debian see /usr/share/common-licenses/GPL-2."), "GPL")
        self.assertEqual(licence_in("package/package.json", b'{"license": "MIT"}'), "MIT")
        self.assertIsNone(licence_in("package/node_modules/x/package.json", b'{"license": "MIT"}'))

    def test_every_source_has_a_name_and_a_kind(self) -> None:
        sources = read_sources(HERE / "sources")
        self.assertGreater(len(sources), 500)
        self.assertEqual({source.kind for source in sources} - {"interface", "name", "dictionary", "emoji"}, set())

    def test_notice_names_sources_under_their_licence(self) -> None:
        counted = Sources()
        rows = [Row("npm:a", "interface", "MIT", False, {"ar": "نعم", "fr": "oui"}), Row("own:x", "term", "own", False, {"ar": "لا", "fr": "non"})]
        self.assertEqual(list(counted.counted(rows)), rows)
        with tempfile.TemporaryDirectory() as folder:
            counted.write_table(Path(folder) / "sources.tsv")
            write_notice(Path(folder) / "sources.tsv", Path(folder) / "NOTICE")
            notice = (Path(folder) / "NOTICE").read_text(encoding="utf-8")
        self.assertIn("MIT\n  npm:a\n", notice)
        self.assertNotIn("own:x", notice)


class Pairs(unittest.TestCase):
    def test_rows_become_pairs_of_their_group(self) -> None:
        rows = [
            Row("a", "interface", "MIT", False, {"ar": "باب", "fr": "porte", "en": "door"}),
            Row("b", "darija", "own", False, {"ary": "دار", "ar": "منزل", "fr": "maison"}),
            Row("c", "question", "own", False, {"question:ar": "من", "passage:fr": "porte"}),
        ]
        tokenizer = Tokenizer(tokenizer_json([(letter, -2.0) for letter in "ابتدرزلمنهporteisandmus"]))
        data = make_pairs(rows, ["من"], tokenizer)
        sizes = {name: len(group.left) for name, group in data.groups.items()}
        self.assertEqual(sizes, {"ar-fr": 1, "ar-en": 1, "fr-en": 1, "darija": 3, "question": 1})
        self.assertEqual(data.questions[0].tolist(), [0])

    def test_rows_keep_through_their_file(self) -> None:
        row = Row("a", "term", "own", False, {"ar": "باب", "fr": "porte"})
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "rows.jsonl.gz"
            self.assertEqual(write_rows([row], path), 1)
            self.assertEqual(list(read_rows(path)), [row])


if __name__ == "__main__":
    unittest.main()
