/**
 * The settings page: `setting.js` in its own realm, built again after every change of the storage, as a tree of
 * plain nodes. Draws nothing. A throw leaves the page blank, as on a phone.
 */
import { Buffer } from 'buffer/index.js';
import type { Registration } from '../runtime/device-globals.ts';
import { createRealm } from '../runtime/realm.ts';
import type { SettingsNode } from '../types.ts';
import { callLifecycle } from '../watch/app-instance.ts';
import type { World } from '../world.ts';
import { phoneGlobals } from './phone-globals.ts';
import { storageFacade } from './settings-storage.ts';

const COMPONENTS = [
  'Section View Text TextInput Button Toggle Select Slider Image Link TextImageRow Toast Auth',
]
  .join(' ')
  .split(' ');

export interface SettingsPage {
  readonly tree: SettingsNode | null;
  /** Builds again once the present turn is over; several changes in one turn build once. */
  rebuildSoon(): void;
  call(id: number, handler: string, args: readonly unknown[]): void;
  close(): void;
}

interface Draft {
  readonly kind: string;
  readonly props: Record<string, unknown>;
  readonly children: readonly unknown[];
}

const drafts = new WeakSet<object>();

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && drafts.has(value);
}

function flat(children: unknown): unknown[] {
  if (Array.isArray(children)) return children.reduce<unknown[]>((all, one) => all.concat(flat(one)), []);
  return children === undefined || children === null || typeof children === 'boolean' ? [] : [children];
}

function componentGlobals(): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  for (const kind of COMPONENTS) {
    names[kind] = (props: unknown, children?: unknown): Draft => {
      const bare = Array.isArray(props) || isDraft(props) || typeof props === 'string';
      const draft: Draft = {
        kind,
        props: bare || props === undefined || props === null ? {} : { ...(props as object) },
        children: flat(bare ? props : children),
      };
      drafts.add(draft);
      return draft;
    };
  }
  return names;
}

/**
 * What a person uses is what was drawn, which may be some builds old: its handlers are still called, as on a phone, where
 * they hang on what is drawn.
 */
const BUILDS_KEPT = 16;

/** A built page as nodes, each of which `nodes` finds by its number. No number is given twice. */
function numbered(
  draft: unknown,
  nodes: Map<number, SettingsNode>,
  next: () => number,
): SettingsNode | string {
  if (!isDraft(draft)) return String(draft);
  const children: (SettingsNode | string)[] = [];
  const node: SettingsNode = { id: next(), kind: draft.kind, props: draft.props, children };
  nodes.set(node.id, node);
  for (const child of draft.children) children.push(numbered(child, nodes, next));
  return node;
}

/** What a component with a `settingsKey` writes by itself. */
function storeByKey(world: World, { props }: SettingsNode, handler: string, value: unknown): void {
  const key = props.settingsKey;
  if (typeof key !== 'string' || handler !== 'onChange') return;
  world.phone.storage.set(key, typeof value === 'string' ? value : JSON.stringify(value));
}

export function createSettingsPage(world: World): SettingsPage {
  const realm = createRealm(world, 'settings', 'settings');
  const registered: Registration = { options: undefined };
  /** The newest build first. */
  let builds: readonly ReadonlyMap<number, SettingsNode>[] = [];
  let lastId = 0;
  let tree: SettingsNode | null = null;
  let building = false;
  let due = false;
  const { storage } = world.phone;

  function build(): void {
    building = true;
    storage.guard = () => {
      if (building) world.log.breach('settings-write-in-build', 'settings page');
    };
    const props = {
      settingsStorage: storageFacade(
        storage,
        () => undefined,
        () => undefined,
      ),
    };
    const drawn = callLifecycle(realm, registered, 'build', [props]);
    building = false;
    storage.guard = undefined;
    const nodes = new Map<number, SettingsNode>();
    const root = isDraft(drawn) ? numbered(drawn, nodes, () => ++lastId) : null;
    builds = [nodes, ...builds.slice(0, BUILDS_KEPT - 1)];
    tree = typeof root === 'string' ? null : root;
  }

  const bytes = world.app.phoneFiles.get('setting.js');
  if (bytes === undefined) world.log.emit('error', 'settings: the package has no setting.js');
  else {
    world.log.emit('side', 'settings page opened');
    realm.load(Buffer.from(bytes).toString('utf8'), {
      ...phoneGlobals(world),
      ...componentGlobals(),
      AppSettingsPage(given: Record<string, unknown>) {
        registered.options = given;
      },
    });
    build();
  }

  return {
    get tree() {
      return tree;
    },
    rebuildSoon() {
      // A write inside build() would build for ever; it is reported, and here it builds no more.
      if (due || building || !realm.alive) return;
      due = true;
      world.clock.after(0, () => {
        due = false;
        if (realm.alive) build();
      });
    },
    call(id, handler, args) {
      const node = builds.find((nodes) => nodes.has(id))?.get(id);
      if (node === undefined) throw new Error(`The settings page has no component ${id}`);
      storeByKey(world, node, handler, args[0]);
      const code = node.props[handler];
      if (typeof code !== 'function') {
        if (node.props.settingsKey !== undefined) return;
        throw new Error(`${node.kind} ${id} of the settings page has no ${handler}`);
      }
      realm.run(handler, () => (code as (...values: unknown[]) => unknown)(...args));
    },
    close: () => realm.end(),
  };
}
