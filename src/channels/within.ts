// Waiting for a work, but not for ever: how the end of a channel is waited for.

/** Waits for a work, but no longer than this; throws what it throws meanwhile. The work goes on. */
export const within = async (milliseconds: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
};
