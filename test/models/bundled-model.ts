// Where the bundled model is, and the hash that its id ends in.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BUNDLED = fileURLToPath(new URL('../../models/mithaq-static-ar-fr', import.meta.url));

/** The first twelve digits of the SHA-256 of its weights. */
export const BUNDLED_HASH = createHash('sha256')
  .update(readFileSync(join(BUNDLED, 'onnx/model_quantized.onnx')))
  .digest('hex')
  .slice(0, 12);
