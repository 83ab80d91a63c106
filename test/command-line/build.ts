// Run once before all tests: compiles the program into dist/, so that the tests of the command line run what users run.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Types are the gate's business: a wrong one elsewhere need not keep the tests from running. */
export default (): void => {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck'], { cwd: project });
};
