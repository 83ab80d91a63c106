// Lets work on a resource run until the resource is closed, and close only when none runs any more. Pure but for the waiting.
import { AppError } from '../errors.ts';

/** Work that is refused after `close`. */
export type Runner<Input, Output> = {
  readonly run: (input: Input) => Promise<Output>;
  /** Waits for what runs, then disposes of the resource, once. */
  readonly close: () => Promise<void>;
};

/** A runner of `work`; `run` throws `AppError` `model-failed` once it is closed. */
export const createRunner = <Input, Output>(
  work: (input: Input) => Promise<Output>,
  dispose: () => Promise<unknown>,
): Runner<Input, Output> => {
  const running = new Set<Promise<Output>>();
  let closing: Promise<unknown> | null = null;
  return {
    run: async (input) => {
      if (closing !== null) {
        throw new AppError('model-failed', 'the model is closed');
      }
      const output = work(input);
      running.add(output);
      return output.finally(() => running.delete(output));
    },
    close: async () => {
      closing ??= Promise.allSettled(running).then(dispose);
      await closing;
    },
  };
};
