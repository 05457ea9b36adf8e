/**
 * The settings page: `setting.js` in its own realm, built again after each change of the storage into a tree of plain nodes.
 * An exception in `build()` leaves the page blank, as on a phone. Drawing the tree is up to the host.
 */
import { Buffer } from 'buffer/index.js';
import { callLifecycle, type Registration } from '../runtime/lifecycle.ts';
import { createRealm } from '../runtime/realm.ts';
import type { SettingsNode } from '../types.ts';
import type { World } from '../world.ts';
import { phoneGlobals } from './phone-globals.ts';
import { settingsStorageApi } from './settings-storage.ts';

const COMPONENTS = [
  'Section View Text TextInput Button Toggle Select Slider Image Link TextImageRow Toast Auth',
]
  .join(' ')
  .split(' ');

export interface SettingsPage {
  /** The page as it was last built, or null if `build()` returned none. */
  readonly tree: SettingsNode | null;
  /** Builds the page again when the present turn is over. Several changes in one turn cause one build. */
  rebuildSoon(): void;
  /**
   * Calls a handler of a component, which may belong to one of the last few builds.
   * @throws Error when the component or its handler does not exist
   */
  call(id: number, handler: string, args: readonly unknown[]): void;
  close(): void;
}

/** A component as the app's code made it, before it has a number. */
interface Draft {
  readonly kind: string;
  readonly props: Record<string, unknown>;
  readonly children: readonly unknown[];
}

const drafts = new WeakSet<object>();

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && drafts.has(value);
}

/** Children as one list; `null`, `undefined` and booleans are left out, as on the platform. */
function flatChildren(children: unknown): unknown[] {
  if (Array.isArray(children))
    return children.reduce<unknown[]>((all, child) => all.concat(flatChildren(child)), []);
  return children === undefined || children === null || typeof children === 'boolean' ? [] : [children];
}

/** `View`, `Text` and the other components as functions. Children may stand in the place of the properties. */
function componentGlobals(): Record<string, unknown> {
  const globals: Record<string, unknown> = {};
  for (const kind of COMPONENTS) {
    globals[kind] = (props: unknown, children?: unknown): Draft => {
      const hasNoProps = Array.isArray(props) || isDraft(props) || typeof props === 'string';
      const draft: Draft = {
        kind,
        props: hasNoProps || props === undefined || props === null ? {} : { ...(props as object) },
        children: flatChildren(hasNoProps ? props : children),
      };
      drafts.add(draft);
      return draft;
    };
  }
  return globals;
}

/**
 * How many builds keep their handlers. What a person touches may be some builds old, and on a phone it still has the handlers of its own
 * build.
 */
const BUILDS_KEPT = 16;

/** Turns drafts into nodes, each with a number of its own, and enters them into `nodes`. */
function numbered(
  draft: unknown,
  nodes: Map<number, SettingsNode>,
  nextId: () => number,
): SettingsNode | string {
  if (!isDraft(draft)) return String(draft);
  const children: (SettingsNode | string)[] = [];
  const node: SettingsNode = { id: nextId(), kind: draft.kind, props: draft.props, children };
  nodes.set(node.id, node);
  for (const child of draft.children) children.push(numbered(child, nodes, nextId));
  return node;
}

/** Stores the value that a component with a `settingsKey` stores by itself. */
function storeBySettingsKey(world: World, { props }: SettingsNode, handler: string, value: unknown): void {
  const key = props.settingsKey;
  if (typeof key !== 'string' || handler !== 'onChange') return;
  world.phone.storage.set(key, typeof value === 'string' ? value : JSON.stringify(value));
}

/** Opens the page and builds it. */
export function createSettingsPage(world: World): SettingsPage {
  const realm = createRealm(world, 'settings', 'settings');
  const registration: Registration = { options: undefined };
  const { storage } = world.phone;
  /** Nodes of the last builds by number, the newest build first. */
  let builds: readonly ReadonlyMap<number, SettingsNode>[] = [];
  let lastId = 0;
  let tree: SettingsNode | null = null;
  let building = false;
  let rebuildDue = false;

  function build(): void {
    building = true;
    storage.onWrite = () => {
      if (building) world.log.breach('settings-write-in-build', 'settings page');
    };
    const props = { settingsStorage: settingsStorageApi(storage) };
    const built = callLifecycle(realm, registration, 'build', [props]);
    building = false;
    storage.onWrite = undefined;
    const nodes = new Map<number, SettingsNode>();
    const root = isDraft(built) ? numbered(built, nodes, () => ++lastId) : null;
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
        registration.options = given;
      },
    });
    build();
  }

  return {
    get tree() {
      return tree;
    },
    rebuildSoon() {
      // A write inside build() would make the page build for ever. It is reported as a breach, and does not cause another build here.
      if (rebuildDue || building || !realm.alive) return;
      rebuildDue = true;
      world.clock.after(0, () => {
        rebuildDue = false;
        if (realm.alive) build();
      });
    },
    call(id, handler, args) {
      const node = builds.find((nodes) => nodes.has(id))?.get(id);
      if (node === undefined) throw new Error(`The settings page has no component ${id}`);
      storeBySettingsKey(world, node, handler, args[0]);
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
