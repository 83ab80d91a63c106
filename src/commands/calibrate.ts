// Fits the judgement of support anew: on Mithaq's own labelled questions put to its own texts, on the same with only the
// texts of the other language, and on BEIR folders where given. Writes the weights beside the bundled model.
import { writeFile } from 'node:fs/promises';
import type { SupportModel } from '../assistant/support.ts';
import type { Language, Passage } from '../domain.ts';
import { calibrate, examine } from '../evaluation/calibrate.ts';
import type { Group } from '../evaluation/fit.ts';
import { type LabelledQuestion, readHalfOfBeir, readLabelled } from '../evaluation/labelled.ts';
import { withTemporarySearch } from '../evaluation/temporary-search.ts';
import { loadKnowledge, SPLITTING_VERSION } from '../knowledge/load.ts';
import type { Names } from '../language/names.ts';
import type { Embedder, Log } from '../ports.ts';

export type CalibrateOptions = {
  readonly knowledgeFolder: string;
  /** JSON Lines of labelled questions, put as people put them. */
  readonly questionsFile: string;
  /** The same of questions that share few words with the texts. */
  readonly hardQuestionsFile: string;
  /** BEIR folders whose queries carry answer spans. */
  readonly beirFolders: readonly string[];
  readonly supportFile: string;
  readonly judge: Embedder;
  /** Names that mean the same. */
  readonly names: Names;
  readonly log: Log;
  readonly write: (line: string) => void;
};

/** Throws what reading, indexing and searching throw; the old weights then stay. */
export const runCalibrate = async (options: CalibrateOptions): Promise<SupportModel> => {
  const { passages } = await loadKnowledge(options.knowledgeFolder);
  const questions = await readLabelled(options.questionsFile);
  const own = await examineOn(passages, questions, options);
  const others = await examineOn(passages, await readLabelled(options.hardQuestionsFile), options);
  for (const language of ['ar', 'fr'] as const)
    others.push(...(await examineAcross(passages, questions, { ...options, language })));
  for (const folder of options.beirFolders) {
    const corpus = await readHalfOfBeir(folder);
    others.push(...(await examineOn(corpus.passages, corpus.questions, options)));
  }
  const model = calibrate(options.judge.id, own, others);
  await writeFile(options.supportFile, `${JSON.stringify(model, null, 2)}\n`);
  options.write(`${options.supportFile}: ${JSON.stringify(model.measured)}`);
  return model;
};

/** The questions of one language against the texts of the other alone. */
const examineAcross = (
  passages: readonly Passage[],
  questions: readonly LabelledQuestion[],
  options: CalibrateOptions & { readonly language: Language },
): Promise<Group[]> =>
  examineOn(
    passages.filter((passage) => passage.language !== options.language),
    questions.filter((question) => question.language === options.language),
    options,
  );

const examineOn = (
  passages: readonly Passage[],
  questions: readonly LabelledQuestion[],
  { judge, names, log }: CalibrateOptions,
): Promise<Group[]> => {
  const options = { embedder: judge, names, log, clock: () => performance.now(), splitting: SPLITTING_VERSION };
  return withTemporarySearch(passages, options, (search) => examine({ search, judge, names }, questions));
};
