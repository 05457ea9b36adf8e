/**
 * The types of the simulator's interface: models and packages, verbs (what a tester does), events (what happened), and views
 * (what watch and phone show).
 */
import type { AssumptionName } from './assumptions.ts';
import type { Manifest } from './manifest.ts';
import type { FetchRule } from './phone/fetch-rules.ts';
import type { ScrollRooms } from './watch/scroll.ts';

/** One row of the device list (`devices.json`). Sizes in pixels. */
export interface DeviceModel {
  readonly name: string;
  /** Zepp OS API_LEVEL, e.g. `"4.2"`. */
  readonly apiLevel: string;
  readonly osVersion: string;
  readonly shape: 'round' | 'square' | 'band';
  /** Corner radius of a square screen, px; null for a round one. */
  readonly cornerRadius: number | null;
  readonly width: number;
  readonly height: number;
  /** Number of physical keys. */
  readonly keys: number;
  readonly secondaryWidget: boolean;
  /** Numbers of the hardware variants of the model. */
  readonly deviceSources: readonly number[];
}

/** The package of an app for one model. */
export interface AppPackage {
  /** Files for the watch, by their path in `device.zip`. */
  readonly deviceFiles: ReadonlyMap<string, Uint8Array>;
  /** Files for the phone, by their path in `app-side.zip`. */
  readonly phoneFiles: ReadonlyMap<string, Uint8Array>;
  /** The package's `app.json` (configVersion v2, as the packer writes it). */
  readonly manifest: Manifest;
}

/** A widget as the app made it. `props` holds all properties as the app set them, lengths in device pixels. */
export interface WidgetNode {
  readonly id: number;
  /** The platform's name: `TEXT`, `ARC`, `BUTTON`, `IMG`, `FILL_RECT`, `GROUP`, … */
  readonly kind: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly visible: boolean;
  readonly children: readonly WidgetNode[];
}

/** A component of the phone's settings page, as `build()` returned it. The verb `settings-call` calls functions in `props`. */
export interface SettingsNode {
  readonly id: number;
  readonly kind: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly (SettingsNode | string)[];
}

/** A time in which the motor ran without a pause, in ms of virtual uptime. */
export interface Pulse {
  readonly onMs: number;
  readonly offMs: number;
  /** The platform's name of the vibration: `CONTINUOUS`, `STRONG_SHORT`, `SCENE_DURATION`, … */
  readonly type: string;
}

/** Keys of a watch, and what can be done with one. */
export const KEY_NAMES = ['back', 'select', 'home', 'up', 'down', 'shortcut'] as const;
export const KEY_ACTIONS = ['click', 'double', 'long'] as const;

/** States of the link between watch and phone: up, down, or up with a fault. */
export const LINK_STATES = ['up', 'down', 'lossy', 'reordered', 'doubled', 'damaged', 'slow'] as const;

/** What a tester can do: one verb for each input of watch and phone and for each change of their surroundings. */
export type Verb =
  | { readonly verb: 'launch'; readonly page?: string; readonly params?: string }
  | { readonly verb: 'tap'; readonly x: number; readonly y: number }
  | { readonly verb: 'tap-text'; readonly text: string }
  | { readonly verb: 'type'; readonly text: string }
  | { readonly verb: 'long-press'; readonly x: number; readonly y: number }
  | {
      readonly verb: 'swipe';
      readonly direction: 'up' | 'down' | 'left' | 'right';
      /** How far the finger moves, and the page under it. Without it, a scrolling page moves by a part of the screen. */
      readonly px?: number;
    }
  | {
      readonly verb: 'key';
      readonly key: (typeof KEY_NAMES)[number];
      readonly action: (typeof KEY_ACTIONS)[number];
    }
  | { readonly verb: 'crown'; readonly degrees: number }
  | { readonly verb: 'wrist'; readonly motion: 'lift' | 'lower' | 'flip' }
  | { readonly verb: 'palm' }
  | { readonly verb: 'worn'; readonly state: 'worn' | 'off' | 'moving' | 'unsure' }
  | { readonly verb: 'battery'; readonly percent: number }
  | { readonly verb: 'permission'; readonly answer: 'allow' | 'deny' | 'ask-again' }
  | { readonly verb: 'mode'; readonly mode: string; readonly on: boolean }
  | { readonly verb: 'time-set'; readonly epochMs: number }
  | { readonly verb: 'time-jump'; readonly byMs: number; readonly announced: boolean }
  | { readonly verb: 'time-zone'; readonly offsetMin: number }
  | { readonly verb: 'timers'; readonly stallMs?: number; readonly rate?: number; readonly doubled?: boolean }
  | { readonly verb: 'screen'; readonly on: boolean }
  | { readonly verb: 'kill'; readonly what: 'page' | 'service' | 'phone' }
  | {
      readonly verb: 'link';
      readonly state: (typeof LINK_STATES)[number];
      /** Chance of the fault per frame, 0 to 1. */
      readonly rate?: number;
    }
  | { readonly verb: 'phone'; readonly present: boolean }
  | { readonly verb: 'reboot' }
  /** Another app's continuous service starts, which ends the one of this app, or stops. */
  | { readonly verb: 'foreign-service'; readonly on: boolean }
  | { readonly verb: 'alarms'; readonly state: 'fine' | 'refused' }
  | { readonly verb: 'storage'; readonly state: 'fine' | 'full' | 'torn' | 'failing' }
  | { readonly verb: 'notification' }
  | { readonly verb: 'call'; readonly state: 'ring' | 'answer' | 'end' }
  | { readonly verb: 'locale'; readonly where: 'watch' | 'phone'; readonly locale: string }
  | { readonly verb: 'hours'; readonly format: 12 | 24 }
  | { readonly verb: 'widget-focus'; readonly on: boolean }
  /** Chooses what is assumed about hardware where nothing is published or reports disagree (`assumptions.ts`). */
  | { readonly verb: 'assume'; readonly name: string; readonly value: string }
  | { readonly verb: 'update' }
  | { readonly verb: 'settings-open' }
  | {
      readonly verb: 'settings-call';
      readonly id: number;
      readonly handler: string;
      readonly args: readonly unknown[];
    };

/** The verb of a name. */
export type VerbOf<Name extends Verb['verb']> = Extract<Verb, { verb: Name }>;

/** Types of events. */
export const EVENT_TYPES = [
  'app',
  'page',
  'service',
  'side',
  'screen',
  'vibrate',
  'vibrate-stop',
  'buzz',
  'buzz-stop',
  'breach',
  'error',
  'console',
  'frame',
  'file',
  'alarm',
  'setting',
  'dialog',
  'toast',
  'verb',
] as const;

/** Something that happened, as plain data. The log of a run is the same in every host. */
export interface SimEvent {
  /** Virtual uptime, ms. */
  readonly atMs: number;
  readonly type: (typeof EVENT_TYPES)[number];
  /** One line for people, which stays the same from version to version. */
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A broken rule of the platform. */
export interface Breach {
  /** Virtual uptime, ms. */
  readonly atMs: number;
  readonly rule: string;
  readonly sentence: string;
  readonly source: string;
  /** See `Rule`. */
  readonly grade: 'error' | 'warning';
}

/** What the watch shows and does at the moment. */
export interface WatchView {
  readonly screenOn: boolean;
  /** Path of the page in the foreground, or null while the watch shows its watch face. */
  readonly page: string | null;
  readonly widgets: readonly WidgetNode[];
  /** Colour behind the widgets, 0xRRGGBB. */
  readonly background: number;
  readonly toast: string | null;
  /** The topmost dialog, or null. */
  readonly dialog: {
    readonly title: string;
    readonly body: string;
    readonly buttons: readonly string[];
  } | null;
  readonly motorOn: boolean;
  readonly servicesRunning: readonly string[];
  /** How far the page is scrolled down, px. */
  readonly scrollTopPx: number;
  /** What a finger can drag in each direction. */
  readonly scrollRooms: ScrollRooms;
  /** Index of the page of a swiper, and how many pages it has; both 0 without a swiper. */
  readonly swiperIndex: number;
  readonly swiperCount: number;
  /** How far a page of the swiper lies to the right of the one before, and how far below it, px. */
  readonly swiperStep: { readonly x: number; readonly y: number };
  /** Title in the status bar of a square screen, or null when there is none. */
  readonly statusBar: string | null;
  /** 0 to 100, as the app or the system has set it. */
  readonly brightness: number;
}

/** What the phone shows and stores at the moment. */
export interface PhoneView {
  /** Whether the phone is in reach of the watch. */
  readonly present: boolean;
  readonly sideRunning: boolean;
  /** The settings page, or null while it is closed or blank. */
  readonly settings: SettingsNode | null;
  /** The settings storage. */
  readonly storage: ReadonlyMap<string, string>;
}

/** Consent to run in the background: not asked for yet, granted, or refused for good. */
export type BackgroundConsent = 'open' | 'granted' | 'refused';

/** The options of a simulation. */
export interface SimulationOptions {
  readonly app: AppPackage;
  readonly device: DeviceModel;
  /** Wall clock at the start, UTC ms. */
  readonly startEpochMs?: number;
  /** Time zone of watch and phone, minutes east of UTC. */
  readonly zoneOffsetMin?: number;
  readonly watchLocale?: string;
  readonly phoneLocale?: string;
  /** Seed of the random numbers behind `Math.random` in bundles and behind faults. */
  readonly seed?: number;
  /** Rules whose breaches are accepted. */
  readonly allow?: readonly string[];
  /** Files that the app has on the watch at the start, by their path in its folder. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Folders that are there at the start, by their path in the app's folder; one may stand where the app expects a file. */
  readonly folders?: readonly string[];
  /** What the settings storage of the phone holds at the start. */
  readonly phoneStorage?: Readonly<Record<string, string>>;
  /** The wearer's consent at the start. Without it, the wearer is asked at the first need. */
  readonly backgroundConsent?: BackgroundConsent;
  /** What is assumed from the start, by what the verb `assume` takes as a name: `{ F5: 'reversed' }`. */
  readonly assume?: Readonly<Record<string, string>>;
  /**
   * Collects the garbage of the host's engine at once, if the host can. `assume listeners collected` then knows which objects the app
   * holds.
   */
  readonly collectGarbage?: () => void;
  /** Answers to the side service's `fetch`, where `fetch` is not given. */
  readonly fetchRules?: readonly FetchRule[];
  /** Answers the side service's `fetch`. Without it and without rules, fetch is refused by name. */
  readonly fetch?: (request: { readonly url: string }) => Promise<unknown>;
}

/**
 * One watch and one phone. Time stands still until `runNext` is called. Between two calls the host lets pending promises settle (see
 * `Drain` in `advance-time.ts`); the hosts differ in nothing else.
 */
export interface Simulation {
  /** Virtual time since the start, ms. Never goes back. */
  readonly uptimeMs: number;
  /** Whether an assumption has this value. */
  isAssumed(name: AssumptionName, value: string): boolean;
  /** The watch's wall clock, UTC ms, which bundles read with `Date.now()`. */
  readonly epochMs: number;
  /** The watch's time zone, minutes east of UTC. */
  readonly zoneOffsetMin: number;
  readonly device: DeviceModel;
  readonly watch: WatchView;
  readonly phone: PhoneView;
  readonly events: readonly SimEvent[];
  readonly breaches: readonly Breach[];
  /** All pulses of the motor that have begun. */
  readonly pulses: readonly Pulse[];
  /** Files of the app on the watch, by their path in its folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Uptime of the next task, or undefined when nothing is due. */
  nextDueMs(): number | undefined;
  /** Runs the next task; time moves to it. */
  runNext(): void;
  /**
   * Lets time pass to `uptimeMs`.
   * @throws Error when a task is due before
   */
  idleUntil(uptimeMs: number): void;
  /**
   * Does what a tester does.
   * @throws Error when that is not possible, such as a tap on a text that nothing shows
   */
  perform(verb: Verb): void;
  /** Calls the listener with each event from now on, until the returned function is called. */
  subscribe(listener: (event: SimEvent) => void): () => void;
}
