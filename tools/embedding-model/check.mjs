// Checks a model folder against Transformers.js: the same piece numbers and vectors as the pipeline's own encoder gives.
// node check.mjs MODEL_FOLDER SAMPLES.json, where samples are [{text, pieces, vector}].
import { readFileSync } from 'node:fs';
import { AutoTokenizer, env, pipeline } from '@xenova/transformers';

const LARGEST_DIFFERENCE = 1e-5;

const [, , folder, samplesFile] = process.argv;
const samples = JSON.parse(readFileSync(samplesFile, 'utf8'));
Object.assign(env, { allowRemoteModels: false, useFSCache: false });
const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
const embed = await pipeline('feature-extraction', folder, { dtype: 'q8', local_files_only: true });

let differing = 0;
let largest = 0;
let characters = 0;
let spent = 0;
for (const { text, pieces, vector } of samples) {
  const encoded = [...tokenizer([text], { truncation: true, max_length: 512 }).input_ids.data].map(Number);
  if (encoded.join() !== pieces.join()) {
    differing += 1;
    console.error(`pieces differ: ${JSON.stringify(text.slice(0, 80))}\n  ${pieces.join(' ')}\n  ${encoded.join(' ')}`);
  } else if (pieces.length > 0) {
    const started = performance.now();
    const embedded = await embed(text, { pooling: 'mean', normalize: true });
    spent += performance.now() - started;
    characters += text.length;
    largest = embedded.data.reduce((most, value, place) => Math.max(most, Math.abs(value - vector[place])), largest);
  }
}
console.log(
  `  ${samples.length} texts: ${differing} differ in pieces; largest difference of a vector's number ${largest.toExponential(1)}`,
);
console.log(`  plain pipeline(), one text a call: ${Math.round(characters / spent)} thousand characters a second`);
process.exitCode = differing === 0 && largest <= LARGEST_DIFFERENCE ? 0 : 1;
