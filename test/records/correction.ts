// A moderator's correction to change for a test.
import type { Correction } from '../../src/records/records.ts';

/** A full entry with these changes. */
export const correctionOf = (changes: Partial<Correction> = {}): Correction => ({
  id: 'c1',
  at: '2026-11-02T10:00:00.000Z',
  channel: 'discord',
  server: 's1',
  by: 'm1',
  question: "Quand l'accord avec la CNDP a-t-il été signé ?",
  language: 'fr',
  text: 'Le 11 septembre 2025, à Rabat.',
  citations: [{ passage: '0123456789abcdef', agreement: 'cndp', quote: 'à Rabat le jeudi 11 septembre 2025' }],
  answerable: true,
  ...changes,
});
