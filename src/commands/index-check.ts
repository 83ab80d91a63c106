// The doctor's look at the index: whether it is there, readable, and says what the texts say now.
import type { Config } from '../config.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { inspectIndex } from '../search/search.ts';
import type { Check } from './doctor.ts';

const REMEDY = 'run "npm run index"';

/** Throws what reading the texts and the index throw. */
export const checkIndex = async (config: Config): Promise<Check> => {
  const knowledge = await loadKnowledge(config.knowledgeFolder);
  const state = await inspectIndex(config.indexUri, {
    passages: knowledge.passages,
    keepFiles: knowledge.faults.map((fault) => fault.file),
  });
  if (state === null) return { name: 'index', state: 'warning', detail: `none in ${config.indexUri}`, remedy: REMEDY };
  const { statistics, pending } = state;
  const detail = `${statistics.passages} passages of ${statistics.agreements} agreements, model ${statistics.model}`;
  if (pending > 0) {
    return {
      name: 'index',
      state: 'warning',
      detail: `${detail}; ${pending} passages have changed since`,
      remedy: REMEDY,
    };
  }
  if (knowledge.faults.length === 0) return { name: 'index', state: 'ok', detail };
  const faults = `${knowledge.faults.length} files or parts of them cannot be indexed`;
  return { name: 'index', state: 'warning', detail: `${detail}; ${faults}`, remedy: `${REMEDY} to see them` };
};
