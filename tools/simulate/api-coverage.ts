/**
 * How much of the API of the watch the simulator has, by the members that the packaged types of Zepp OS name. An app inside the
 * simulator looks at each of them.
 */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type AppPackage, createWatch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';

/** What the simulator does with a member: `refused` throws by its name when it is used. */
export type MemberState = 'implemented' | 'refused' | 'absent';

export interface ModuleCoverage {
  readonly module: string;
  readonly members: Readonly<Record<string, MemberState>>;
}

/** Interfaces whose members `@zos/ui` has. */
const UI_INTERFACES = ['IHmUI', 'IHmUIFunction', 'IHmUIExtensionFunction'];

/** The members that the types declare, by module: constants, functions and classes. */
export function declaredMembers(types: string): Map<string, string[]> {
  const modules = new Map<string, Set<string>>();
  let members = new Set<string>();
  let uiInterface = false;
  for (const line of types.split('\n')) {
    const name = /^declare module '(@zos\/[^']+)'/.exec(line)?.[1];
    if (name !== undefined) {
      members = new Set();
      modules.set(name, members);
    }
    const opened = /^ +interface (\w+)/.exec(line)?.[1];
    if (opened !== undefined) uiInterface = UI_INTERFACES.includes(opened);
    else if (/^ {12}\}/.test(line)) uiInterface = false;
    const declared = /^ {2}(?:const|function|class) (\w+)/.exec(line)?.[1];
    const member = uiInterface ? /^ {16}(\w+)\??[:(]/.exec(line)?.[1] : undefined;
    for (const one of [declared, member]) if (one !== undefined) members.add(one);
  }
  return new Map(
    [...modules].filter(([, names]) => names.size > 0).map(([name, names]) => [name, [...names]]),
  );
}

function packageOf(source: string): AppPackage {
  const files: readonly (readonly [string, string])[] = [
    ['app.js', 'App({});'],
    ['page/index.js', source],
  ];
  return {
    deviceFiles: new Map(files.map(([path, text]) => [path, Buffer.from(text, 'utf8')])),
    phoneFiles: new Map(),
    manifest: {
      app: { appId: 1, appName: 'Coverage', version: { name: '1.0.0' } },
      runtime: { apiVersion: { minVersion: '4.0' } },
      defaultLanguage: 'en-US',
      module: { page: { pages: ['page/index'] } },
    },
  };
}

/** Looks at each member from inside a page, and prints the ones that are not there: `@zos/ui createGauge absent`. */
const LOOK = `Page({ build() {
  for (const name of Object.keys(DECLARED)) {
    const module = __$$R$$__(name);
    for (const member of DECLARED[name]) {
      const value = module[member];
      if (value === undefined) console.log(name, member, 'absent');
      else if (typeof value === 'function' && value.isNotSimulated === true) console.log(name, member, 'refused');
    }
  }
} })`;

/** Compares the types with the simulator, on the model with the newest level. */
export async function apiCoverage(types: string = packagedTypes()): Promise<readonly ModuleCoverage[]> {
  const declared = declaredMembers(types);
  const source = `const DECLARED = ${JSON.stringify(Object.fromEntries(declared))}; ${LOOK}`;
  const allow = ['unknown-member', 'not-simulated'];
  const watch = createWatch({ app: packageOf(source), device: findDevice('Balance 2') }, { allow });
  await watch.launch();
  const [error] = watch.lines('error');
  if (error !== undefined) throw new Error(error);
  const lacking = watch.lines('console').map((line) => line.split(' '));
  return [...declared].map(([module, names]) => {
    const members: Record<string, MemberState> = {};
    for (const name of names) {
      const found = lacking.find((words) => words.includes(module) && words.includes(name));
      members[name] = (found?.at(-1) as MemberState | undefined) ?? 'implemented';
    }
    return { module, members };
  });
}

function packagedTypes(): string {
  const root = dirname(createRequire(import.meta.url).resolve('@zeppos/device-types/package.json'));
  return readFileSync(join(root, 'dist/index.d.ts'), 'utf8');
}

/** How many members are in a state. */
export function countIn(coverage: readonly ModuleCoverage[], state: MemberState): number {
  return coverage.flatMap(({ members }) => Object.values(members)).filter((one) => one === state).length;
}

/** A line for each module with what it lacks, and the sum. */
export function coverageText(coverage: readonly ModuleCoverage[]): string {
  const namesIn = (members: ModuleCoverage['members'], state: MemberState): string =>
    Object.keys(members)
      .filter((name) => members[name] === state)
      .join(' ');
  const lines = coverage.map(({ module, members }) => {
    const [refused, absent] = [namesIn(members, 'refused'), namesIn(members, 'absent')];
    const count = Object.keys(members).length;
    const has = Object.values(members).filter((state) => state === 'implemented').length;
    const lacks = [
      refused === '' ? '' : `throws by name: ${refused}`,
      absent === '' ? '' : `absent: ${absent}`,
    ];
    return [`${module} ${has} of ${count}`, ...lacks.filter((text) => text !== '')].join('; ');
  });
  const sum = ['implemented', 'refused', 'absent'] as const;
  const [implemented, refused, absent] = sum.map((state) => countIn(coverage, state));
  lines.push(`${implemented} implemented, ${refused} throw by name, ${absent} absent`);
  return `${lines.join('\n')}\n`;
}
