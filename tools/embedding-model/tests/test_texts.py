"""Cleaning, the lexicon's form, the tokenizer and the guard against training on what is evaluated."""

import unittest
from collections import Counter
from pathlib import Path

from pipeline.clean import clean, clean_text
from pipeline.leakage import EvaluationTexts
from pipeline.lexicon import lexicon_rows, question_words, read_table
from pipeline.rows import Row
from pipeline.tokenizer import Tokenizer, tokenizer_json, train_pieces

HERE = Path(__file__).parent.parent


class Cleaning(unittest.TestCase):
    def test_markup_and_placeholders_go(self) -> None:
        for raw, clean_form in (
            ("<b>Ouvrir</b> le fichier %s…", "Ouvrir le fichier"),
            ("&Fichier", "Fichier"),
            ("Copier {count} fichiers vers $HOME", "Copier fichiers vers"),
            ("_Enregistrer sous", "Enregistrer sous"),
            ("فتح (&O)", "فتح"),
        ):
            self.assertEqual(clean_text(raw), clean_form)

    def test_wrong_scripts_repeats_and_lopsided_rows_are_dropped(self) -> None:
        def row(ar: str, fr: str) -> Row:
            return Row("x", "interface", "MIT", False, {"ar": ar, "fr": fr})

        counts: Counter = Counter()
        kept = list(clean([row("ملف", "fichier"), row("مَلَف", "Fichier"), row("Untranslated", "texte"), row("نعم", "mot " * 40)], counts))
        self.assertEqual([entry.texts for entry in kept], [{"ar": "ملف", "fr": "fichier"}])
        self.assertEqual((counts["repeated"], counts["wrong script for ar"], counts["lopsided"]), (1, 1, 1))


class OwnTexts(unittest.TestCase):
    def test_every_table_has_its_form(self) -> None:
        paths = sorted((HERE / "lexicon").glob("*/*.tsv"))
        self.assertGreater(len(paths), 10)
        for path in paths:
            self.assertTrue(read_table(path), path)
        self.assertGreater(len(question_words(HERE / "lexicon")), 50)

    def test_variants_are_paired_by_place(self) -> None:
        terms = [row.texts for row in lexicon_rows(HERE / "lexicon") if row.source == "own:terms/general-verbs"]
        self.assertTrue(all(" | " not in text for texts in terms for text in texts.values()))


class Pieces(unittest.TestCase):
    def setUp(self) -> None:
        words = {word: 9.0 for word in "مدرسه مدارس اتفاقيه ecole ecoles accord accords signature تعليم معلم".split()}
        self.tokenizer = Tokenizer(tokenizer_json(train_pieces(words, 60)))

    def test_article_digits_and_accents(self) -> None:
        self.assertEqual(self.tokenizer.words("وبالمدرسةِ، l'École ٢٠٢٥"), ["وبال", "مدرسه", "،", "l", "'", "ecole", "2", "0", "2", "5"])
        self.assertEqual(self.tokenizer.words("إلكتروني"), ["الكتروني"])

    def test_the_best_path_is_found_and_foreign_letters_are_one_unknown(self) -> None:
        pieces = [("a", -1.0), ("b", -1.0), ("ab", -1.5), ("abb", -9.0)]
        tokenizer = Tokenizer(tokenizer_json(pieces))
        self.assertEqual(tokenizer.encode("abb"), [4, 3])
        self.assertEqual(tokenizer.encode("a漢字b"), [2, 1, 3])
        self.assertEqual(tokenizer.encode("漢 字 a"), [1, 2])


class Leakage(unittest.TestCase):
    def test_whole_and_nearly_whole_texts_are_held(self) -> None:
        known = EvaluationTexts(["Le ministre a signé hier à Rabat une convention de pêche avec son homologue norvégien."])
        self.assertTrue(known.holds("le ministre a signe hier a rabat une convention de peche avec son homologue norvegien"))
        self.assertTrue(known.holds("Hier, le ministre a signé hier à Rabat une convention de pêche avec son homologue"))
        self.assertFalse(known.holds("Le ministre a inauguré une école de pêche dans le port de Larache ce matin."))
        self.assertFalse(known.holds("son homologue"))


if __name__ == "__main__":
    unittest.main()
