// What Discord checks of messages, choices and forms that a bot sends; and one thing of its own: that nobody is mentioned by them.
import { createForm, type Form, isObject, Refused } from './discord-refused.ts';
import type { Json } from './discord-types.ts';

const LONGEST_OF_ALL_EMBEDS = 6_000;
const EPHEMERAL = 64;
const SUPPRESS_EMBEDS = 4;
const SUPPRESS_NOTIFICATIONS = 4_096;

const checkMentions = (form: Form, mentions: unknown): void => {
  const { parse, users = [], roles = [], replied_user: pings = false } = isObject(mentions) ? mentions : {};
  const nobody = [parse, users, roles].every((list) => Array.isArray(list) && list.length === 0) && pings === false;
  if (!nobody)
    form.fault('allowed_mentions', 'TEST_MENTIONS', 'This server asks for `allowed_mentions: { parse: [] }`.');
};

const checkEmbed = (form: Form, place: string, embed: Json): number => {
  const optional = (most: number) => ({ most, isOptional: true });
  const texts = [
    form.text(`${place}.title`, embed.title, optional(256)),
    form.text(`${place}.description`, embed.description, optional(4_096)),
  ];
  if (isObject(embed.footer)) texts.push(form.text(`${place}.footer.text`, embed.footer.text, { most: 2_048 }));
  if (isObject(embed.author)) texts.push(form.text(`${place}.author.name`, embed.author.name, { most: 256 }));
  for (const [index, field] of form.list(`${place}.fields`, embed.fields, { most: 25 }).entries()) {
    texts.push(form.text(`${place}.fields.${index}.name`, field.name, { least: 1, most: 256 }));
    texts.push(form.text(`${place}.fields.${index}.value`, field.value, { least: 1, most: 1_024 }));
  }
  const { color = 0 } = embed;
  if (!(Number.isInteger(color) && Number(color) >= 0 && Number(color) <= 0xff_ff_ff)) {
    form.fault(`${place}.color`, 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 16777215.');
  }
  if (texts.join('').trim() === '') form.fault(`${place}.description`, 'BASE_TYPE_REQUIRED', 'This field is required');
  return texts.join('').length;
};

const checkButton = (form: Form, place: string, button: Json): void => {
  form.oneOf(`${place}.type`, button.type, [2]);
  form.oneOf(`${place}.style`, button.style, [1, 2, 3, 4, 5]);
  form.text(`${place}.label`, button.label, { least: 1, most: 80, isOptional: isObject(button.emoji) });
  if (button.style === 5) form.text(`${place}.url`, button.url, { least: 1, most: 512 });
  else form.text(`${place}.custom_id`, button.custom_id, { least: 1, most: 100 });
};

/** Rows of buttons; other components are not known here. */
const checkComponents = (form: Form, components: unknown): void => {
  const seen = new Set<unknown>();
  for (const [row, { type, components: buttons }] of form.list('components', components, { most: 5 }).entries()) {
    form.oneOf(`components.${row}.type`, type, [1]);
    const place = `components.${row}.components`;
    const list = form.list(place, buttons ?? [], { least: 1, most: 5 });
    for (const [index, button] of list.entries()) {
      checkButton(form, `${place}.${index}`, button);
      const { custom_id: id } = button;
      if (id !== undefined && seen.has(id)) {
        const told = 'Component custom id cannot be duplicated';
        form.fault(`${place}.${index}.custom_id`, 'COMPONENT_CUSTOM_ID_DUPLICATED', told);
      }
      seen.add(id);
    }
  }
};

const checkFlags = (form: Form, { flags = 0 }: Json, known: number): void => {
  if (!Number.isInteger(flags) || (Number(flags) & ~known) !== 0) {
    form.fault('flags', 'MESSAGE_FLAGS_INVALID', 'These flags cannot be set here.');
  }
};

const asObject = (body: unknown): Json => {
  if (!isObject(body)) throw new Refused(400, [50_035, 'Invalid Form Body']);
  return body;
};

const checkParts = (form: Form, body: Json): void => {
  form.text('content', body.content, { most: 2_000, isOptional: true });
  const embeds = form.list('embeds', body.embeds, { most: 10 });
  const length = embeds.reduce((sum, embed, index) => sum + checkEmbed(form, `embeds.${index}`, embed), 0);
  if (length > LONGEST_OF_ALL_EMBEDS) {
    form.fault('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
  checkComponents(form, body.components);
  checkMentions(form, body.allowed_mentions);
};

const isEmpty = ({ content, embeds, components }: Json): boolean =>
  String(content ?? '').trim() === '' &&
  [embeds, components].every((list) => !Array.isArray(list) || list.length === 0);

/** A message to send; `isInteraction` says that it may be private. */
export const readMessage = (value: unknown, isInteraction: boolean): Json => {
  const body = asObject(value);
  const form = createForm();
  checkParts(form, body);
  checkFlags(form, body, SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | (isInteraction ? EPHEMERAL : 0));
  form.end();
  if (isEmpty(body)) throw new Refused(400, [50_006, 'Cannot send an empty message']);
  return body;
};

/** What is changed of a message that stands. */
export const readEdit = (value: unknown, standing: Json): Json => {
  const body = asObject(value);
  const form = createForm();
  checkParts(form, body);
  checkFlags(form, body, SUPPRESS_EMBEDS);
  form.end();
  const told = Object.fromEntries(Object.entries(body).filter(([, part]) => part !== undefined));
  if (isEmpty({ ...standing, ...told })) throw new Refused(400, [50_006, 'Cannot send an empty message']);
  return told;
};

/** The choices of an autocompletion. */
export const readChoices = (value: unknown): readonly { readonly name: string; readonly value: string | number }[] => {
  const body = asObject(value);
  const form = createForm();
  if (!Array.isArray(body.choices)) form.fault('data.choices', 'BASE_TYPE_REQUIRED', 'This field is required');
  const choices = form.list('data.choices', body.choices, { most: 25 });
  for (const [index, choice] of choices.entries()) {
    form.text(`data.choices.${index}.name`, choice.name, { least: 1, most: 100 });
    const isNumber = typeof choice.value === 'number';
    if (!isNumber) form.text(`data.choices.${index}.value`, choice.value, { least: 1, most: 100 });
  }
  form.end();
  return choices as never;
};

const checkField = (form: Form, place: string, input: Json): void => {
  form.oneOf(`${place}.type`, input.type, [4]);
  form.oneOf(`${place}.style`, input.style, [1, 2]);
  form.text(`${place}.custom_id`, input.custom_id, { least: 1, most: 100 });
  form.text(`${place}.placeholder`, input.placeholder, { most: 100, isOptional: true });
  const { min_length: least = 0, max_length: most = 4_000 } = input;
  const inBounds = Number(least) >= 0 && Number(most) >= 1 && Number(least) <= Number(most) && Number(most) <= 4_000;
  if (!inBounds) form.fault(`${place}.max_length`, 'NUMBER_TYPE_MAX', 'int value should be between 1 and 4000.');
  form.text(`${place}.value`, input.value, { most: Number(most), isOptional: true });
};

/** The inputs of a form: each in a row that holds it, its label with it, or in a label of its own kind. */
export const inputsOf = (modal: Json): readonly Json[] =>
  (modal.components as readonly Json[]).flatMap(({ component, components = [component] }) => components as Json[]);

const checkRow = (form: Form, place: string, row: Json): void => {
  form.oneOf(`${place}.type`, row.type, [1, 18]);
  const isLabel = row.type === 18;
  const inputs = isLabel ? [row.component] : (row.components ?? []);
  for (const input of form.list(`${place}.components`, inputs, { least: 1, most: 1 })) {
    const labelled = isLabel ? row : input;
    form.text(`${place}.label`, labelled.label, { least: 1, most: 45 });
    form.text(`${place}.description`, labelled.description, { least: 1, most: 100, isOptional: true });
    checkField(form, `${place}.components.0`, input);
  }
};

/** A form that is to open. */
export const readModal = (value: unknown): Json => {
  const body = asObject(value);
  const form = createForm();
  form.text('data.title', body.title, { least: 1, most: 45 });
  form.text('data.custom_id', body.custom_id, { least: 1, most: 100 });
  const rows = form.list('data.components', body.components ?? [], { least: 1, most: 5 });
  for (const [index, row] of rows.entries()) checkRow(form, `data.components.${index}`, row);
  form.end();
  const names = inputsOf(body).map((input) => input.custom_id);
  if (new Set(names).size < names.length) {
    form.fault('data.components', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  form.end();
  return body;
};
