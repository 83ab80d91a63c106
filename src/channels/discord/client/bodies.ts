// What is sent to Discord, in its own JSON. The one place where a message gets its shape: none leaves that could mention anybody.
import type { ButtonRows, Choice, Form, Outgoing } from '../incoming.ts';

const ROW = 1;
const BUTTON = 2;
const TEXT_INPUT = 4;
const PRIVATE = 64;
const STYLES = { primary: 1, secondary: 2, success: 3, danger: 4 } as const;

const rowsOf = (rows: ButtonRows) =>
  rows
    .filter((row) => row.length > 0)
    .map((row) => ({
      type: ROW,
      components: row.map(({ label, data, style, isDisabled = false }) => ({
        type: BUTTON,
        style: STYLES[style],
        label,
        custom_id: data,
        disabled: isDisabled,
      })),
    }));

/** A message, whole: what an edit leaves out would stay as it was. */
export const messageBody = ({ content = '', embeds = [], buttons = [] }: Outgoing) => ({
  content,
  embeds,
  components: rowsOf(buttons),
  allowed_mentions: { parse: [], replied_user: false },
});

/** For those who asked alone, or for all. */
export const privacyBody = (isPrivate: boolean) => (isPrivate ? { flags: PRIVATE } : {});

/** Choices for what is being typed. */
export const choicesBody = (choices: readonly Choice[]) => ({
  choices: choices.map(({ name, value }) => ({ name, value })),
});

/** A form that opens. */
export const formBody = ({ title, data, fields }: Form) => ({
  title,
  custom_id: data,
  components: fields.map(({ name, label, value, isLong, isRequired, longest }) => ({
    type: ROW,
    components: [
      {
        type: TEXT_INPUT,
        custom_id: name,
        label,
        style: isLong ? 2 : 1,
        required: isRequired,
        max_length: longest,
        ...(value === undefined ? {} : { value }),
      },
    ],
  })),
});
