// How the Discord server refuses: a status with Discord's code, and for forms the list of what is wrong, by place.
import type { Json } from './discord-types.ts';

/** A call that is refused. */
export class Refused extends Error {
  readonly status: number;
  /** Discord's code, such as 10062. */
  readonly code: number;
  readonly errors: object;

  constructor(status: number, [code, message]: readonly [code: number, message: string], errors: object = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a list of faults where Discord puts it: `errors.embeds.0.description._errors`. */
const placed = (faults: ReadonlyMap<string, readonly object[]>): object => {
  const root: Record<string, unknown> = {};
  for (const [place, found] of faults) {
    let at = root;
    for (const piece of place.split('.').filter((name) => name !== '')) {
      const next = isObject(at[piece]) ? (at[piece] as Record<string, unknown>) : {};
      at[piece] = next;
      at = next;
    }
    at._errors = found;
  }
  return root;
};

type Bounds = { readonly least?: number; readonly most: number; readonly isOptional?: boolean };

const createFaults = () => {
  const faults = new Map<string, object[]>();
  const fault = (place: string, code: string, message: string): void => {
    faults.set(place, [...(faults.get(place) ?? []), { code, message }]);
  };
  const end = (): void => {
    if (faults.size > 0) throw new Refused(400, [50_035, 'Invalid Form Body'], { errors: placed(faults) });
  };
  const size = (place: string, length: number, { least = 0, most }: Bounds): void => {
    if (length < least || length > most) {
      fault(place, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
    }
  };
  return { fault, end, size };
};

/** Gathers what is wrong with a body; lengths are UTF-16 units, which is stricter than Discord where it differs. */
export const createForm = () => {
  const { fault, end, size } = createFaults();
  return {
    fault,
    end,
    size,
    /** Gives the text, or an empty one where there is none. */
    text: (place: string, value: unknown, bounds: Bounds): string => {
      if (value === undefined || value === null) {
        if (bounds.isOptional !== true) fault(place, 'BASE_TYPE_REQUIRED', 'This field is required');
        return '';
      }
      if (typeof value !== 'string') {
        fault(place, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
        return '';
      }
      size(place, value.trim().length, bounds);
      return value;
    },
    /** Gives the objects of a list, or none where there is none. */
    list: (place: string, value: unknown, bounds: Bounds): readonly Json[] => {
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value) || !value.every(isObject)) {
        fault(place, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
        return [];
      }
      size(place, value.length, bounds);
      return value;
    },
    oneOf: (place: string, value: unknown, choices: readonly unknown[]): void => {
      if (!choices.includes(value)) {
        fault(place, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
      }
    },
  };
};

export type Form = ReturnType<typeof createForm>;
