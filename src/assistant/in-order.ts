// One thing after the other where two at once would not see what the other writes.

/** Does the work of one id piece after piece, that of different ids side by side. */
export const createQueues = () => {
  const tails = new Map<string, Promise<unknown>>();
  return async <Result>(id: string, work: () => Promise<Result>): Promise<Result> => {
    const done = (tails.get(id) ?? Promise.resolve()).then(work);
    const tail = done.catch(() => undefined);
    tails.set(id, tail);
    try {
      return await done;
    } finally {
      if (tails.get(id) === tail) tails.delete(id);
    }
  };
};
