// The faults that Mithaq throws. An outcome such as "the texts do not say" is a value, not a fault.

/** What went wrong, for the code that decides what to do about it. */
export type ErrorCode =
  | 'configuration'
  | 'knowledge-missing'
  | 'model-missing'
  | 'model-failed'
  | 'index-missing'
  | 'index-failed'
  | 'question-invalid'
  | 'store-failed'
  | 'channel-failed'
  | 'cancelled';

/** A fault with a message that says what, where and what next. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Whether the same call may succeed later without anything being changed. */
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** The message of anything thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The code of anything thrown, for logs where the message itself may hold what somebody wrote. */
export const codeOf = (thrown: unknown): ErrorCode | 'unexpected' =>
  thrown instanceof AppError ? thrown.code : 'unexpected';

/** Whether something failed because a file or folder is not there. */
export const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
