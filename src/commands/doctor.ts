// `mithaq doctor`: one line each on what this machine and this configuration have or lack, and what to do about it. Hides the
// places that the facts come from; never prints a secret, only whether it is set.
import { readFile, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { messageOf } from '../errors.ts';
import {
  inspectBundledModel,
  inspectChosenModel,
  inspectNamedModel,
  type ModelState,
} from '../models/model-inspection.ts';

/** What was found about one thing. A `fault` keeps Mithaq from working, a `warning` does not. */
export type Check = {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'fault';
  readonly detail: string;
  readonly remedy?: string;
};

/** The facts about a machine, so that tests can say what they like. */
export type Machine = {
  readonly nodeVersion: string;
  /** As `process.platform` and `process.arch`. */
  readonly platform: string;
  readonly architecture: string;
  /** Null where the C library is none of GNU's (musl, or no Linux). */
  readonly glibcVersion: string | null;
  /** Instruction sets of the processor, separated by blanks; null where they cannot be known. */
  readonly cpuFlags: () => Promise<string | null>;
  /** Free bytes on the file system that holds, or will hold, this folder. */
  readonly freeBytes: (folder: string) => Promise<number>;
};

export type DoctorOptions = {
  readonly machine: Machine;
  /** Throws when the configuration has a fault. */
  readonly loadConfig: () => Config;
  readonly bundledFolder: string;
  readonly inspectIndex: (config: Config) => Promise<Check>;
  readonly inspectChat: (config: Config) => Promise<readonly Check[]>;
};

const NODE_AT_LEAST = [20, 19] as const;

/** What onnxruntime-node 1.x links against (highest GLIBC_ symbol of its library); LanceDB asks for less. */
const GLIBC_AT_LEAST = [2, 28] as const;

/** Systems that both LanceDB 0.31 and onnxruntime-node have a binary for. */
const PLATFORMS: readonly string[] = ['linux x64', 'linux arm64', 'darwin arm64', 'win32 x64', 'win32 arm64'];

const MEGABYTE = 1_000_000;
const DISK_WARNING_MB = 500;
const DISK_FAULT_MB = 50;

const freeBytes = async (folder: string): Promise<number> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (thrown) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw thrown;
    }
    return freeBytes(parent);
  }
};

const glibcVersion = (): string | null => {
  const report: unknown = process.report?.getReport();
  const header: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'header') : null;
  const version: unknown =
    typeof header === 'object' && header !== null ? Reflect.get(header, 'glibcVersionRuntime') : null;
  return typeof version === 'string' ? version : null;
};

/** The machine that this process runs on. */
export const thisMachine = (): Machine => ({
  nodeVersion: process.versions.node,
  platform: process.platform,
  architecture: process.arch,
  glibcVersion: glibcVersion(),
  cpuFlags: async () => {
    const text = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
    return /^flags\s*:\s*(.*)$/m.exec(text)?.[1] ?? null;
  },
  freeBytes,
});

const isAtLeast = (version: string, [major, minor]: readonly [number, number]): boolean => {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};

const ok = (name: string, detail: string): Check => ({ name, state: 'ok', detail });

const fault = (name: string, detail: string, remedy: string): Check => ({ name, state: 'fault', detail, remedy });

const checkNode = ({ nodeVersion }: Machine): Check =>
  isAtLeast(nodeVersion, NODE_AT_LEAST)
    ? ok('Node.js', nodeVersion)
    : fault('Node.js', nodeVersion, `install Node.js ${NODE_AT_LEAST.join('.')} or newer`);

const checkPlatform = ({ platform, architecture }: Machine): Check => {
  const name = `${platform} ${architecture}`;
  return PLATFORMS.includes(name)
    ? ok('system', name)
    : fault('system', `${name}: there is no binary of LanceDB for it`, `use one of ${PLATFORMS.join(', ')}`);
};

const checkProcessor = async ({ architecture, cpuFlags }: Machine): Promise<Check> => {
  if (architecture !== 'x64') {
    return ok('processor', architecture);
  }
  const flags = await cpuFlags();
  if (flags === null) {
    return ok('processor', 'AVX2 not known, and needed');
  }
  return /\bavx2\b/.test(flags)
    ? ok('processor', 'AVX2')
    : fault('processor', 'no AVX2: LanceDB ends with "illegal instruction"', 'use a machine from 2013 or later');
};

const checkLibrary = ({ platform, glibcVersion: version }: Machine): Check => {
  if (platform !== 'linux') {
    return ok('C library', `that of ${platform}`);
  }
  const remedy = `use a system with glibc ${GLIBC_AT_LEAST.join('.')} or newer, e.g. the node:20-slim image`;
  if (version === null) {
    return fault('C library', 'musl: the model runtime has no binary for it', remedy);
  }
  return isAtLeast(version, GLIBC_AT_LEAST) ? ok('C library', `glibc ${version}`) : fault('C library', version, remedy);
};

const checkDisk = async (machine: Machine, folder: string): Promise<Check> => {
  const megabytes = Math.floor((await machine.freeBytes(folder)) / MEGABYTE);
  const detail = `${megabytes} MB free for ${folder}`;
  if (megabytes >= DISK_WARNING_MB) {
    return ok('disk', detail);
  }
  const remedy = `free at least ${DISK_WARNING_MB} MB, or set DATA_DIR to a larger disk`;
  return { name: 'disk', state: megabytes < DISK_FAULT_MB ? 'fault' : 'warning', detail, remedy };
};

const BROKEN_EMBEDDING_MODEL =
  'copy the model there again (the bundled one: git checkout -- models), or correct EMBEDDING_MODEL';

const describeModel = (
  name: string,
  state: ModelState,
  remedies: Readonly<Record<'absent' | 'broken', string>>,
): Check => {
  switch (state.kind) {
    case 'ready':
      return ok(name, `${state.id} in ${state.folder}${state.verified ? ', every file as its SHA256SUMS says' : ''}`);
    case 'absent':
      return {
        name,
        state: 'warning',
        detail: `${state.id} is not in ${state.folder}`,
        remedy: remedies.absent,
      };
    case 'broken':
      return fault(name, `${state.folder}: ${state.faults.join(', ')}`, remedies.broken);
    default:
      return state satisfies never;
  }
};

const checkChosenModel = async (config: Config): Promise<readonly Check[]> => {
  const { model, cacheFolder } = config.embedding;
  const absence = model === 'auto' ? 'without the hub the bundled model is used' : 'or put its files there yourself';
  const state = await inspectChosenModel(model, cacheFolder);
  const absent = `the next index run downloads it; ${absence}`;
  return state === null ? [] : [describeModel('chosen model', state, { absent, broken: BROKEN_EMBEDDING_MODEL })];
};

const checkReranker = async ({ rerankerModel, embedding }: Config): Promise<readonly Check[]> => {
  if (rerankerModel === null) {
    return [ok('reranker', 'none (RERANKER_MODEL is not set)')];
  }
  const state = await inspectNamedModel(rerankerModel, embedding.cacheFolder);
  const absent = 'the next start downloads it, or put its files there yourself';
  return [
    describeModel('reranker', state, { absent, broken: 'copy the model there again, or correct RERANKER_MODEL' }),
  ];
};

const checkSecrets = ({ configured }: Config): readonly Check[] =>
  [
    { name: 'TELEGRAM_BOT_TOKEN', isSet: configured.telegram },
    { name: 'DISCORD_BOT_TOKEN', isSet: configured.discord },
    { name: 'OPENAI_API_KEY', isSet: configured.openai },
  ].map(({ name, isSet }) => ok(name, isSet ? 'set' : 'not set'));

const loadOrFault = (loadConfig: () => Config): Config | Check => {
  try {
    return loadConfig();
  } catch (thrown) {
    return fault('configuration', messageOf(thrown), 'correct it; what depends on it was not checked');
  }
};

/** A check that itself fails says so in its line, and the others still run. */
const guarded = async (name: string, check: () => Promise<readonly Check[]>): Promise<readonly Check[]> => {
  try {
    return await check();
  } catch (thrown) {
    return [fault(name, `cannot be checked: ${messageOf(thrown)}`, 'see the message')];
  }
};

/** Checks everything that Mithaq needs; throws nothing. */
export const diagnose = async (options: DoctorOptions): Promise<readonly Check[]> => {
  const { machine } = options;
  const general = [checkNode(machine), checkPlatform(machine), await checkProcessor(machine), checkLibrary(machine)];
  const bundled = await guarded('bundled model', async () => [
    describeModel('bundled model', await inspectBundledModel(options.bundledFolder), {
      absent: '',
      broken: BROKEN_EMBEDDING_MODEL,
    }),
  ]);
  const config = loadOrFault(options.loadConfig);
  if ('state' in config) return [...general, ...bundled, config];
  const dependent = [
    await guarded('disk', async () => [await checkDisk(machine, config.dataFolder)]),
    await guarded('chosen model', () => checkChosenModel(config)),
    await guarded('reranker', () => checkReranker(config)),
    await guarded('prompts', () => options.inspectChat(config)),
    await guarded('index', async () => [await options.inspectIndex(config)]),
  ];
  return [...general, ...bundled, ok('configuration', 'no fault'), ...dependent.flat(), ...checkSecrets(config)];
};

const NAME_WIDTH = 20;

const lineOf = ({ name, state, detail, remedy }: Check): string => {
  const line = `${state.padEnd('warning'.length)}  ${name.padEnd(NAME_WIDTH)}${detail}${remedy ? ` → ${remedy}` : ''}`;
  return line.replace(/\s*\n\s*/g, ' | ');
};

/** Prints one line per check. Returns the exit code: 1 when something that is needed is wrong. */
export const runDoctor = async (options: DoctorOptions, print: (line: string) => void): Promise<number> => {
  const checks = await diagnose(options);
  for (const check of checks) {
    print(lineOf(check));
  }
  return checks.some(({ state }) => state === 'fault') ? 1 : 0;
};
