/**
 * The words that the simulator's parts share: what a model is, what can be done to it (verbs), what it
 * says happened (events), and what it shows (widget and settings trees). Types only.
 */

import type { AssumptionName } from './assumptions.ts';

/** One row of the device list (`devices.json`). Sizes in pixels. */
export interface DeviceModel {
  readonly name: string;
  /** Zepp OS API_LEVEL, e.g. `"4.2"`. */
  readonly apiLevel: string;
  readonly osVersion: string;
  readonly shape: 'round' | 'square' | 'band';
  /** Corner radius of a square glass, px; null when round. */
  readonly cornerRadius: number | null;
  readonly width: number;
  readonly height: number;
  readonly keys: number;
  readonly secondaryWidget: boolean;
  readonly deviceSources: readonly number[];
}

/** One device's half of an app package, as files by their path inside `device.zip` and `app-side.zip`. */
export interface AppPackage {
  readonly deviceFiles: ReadonlyMap<string, Uint8Array>;
  readonly phoneFiles: ReadonlyMap<string, Uint8Array>;
  /** The package's `app.json` (configVersion v2, as the packer writes it). */
  readonly manifest: Manifest;
}

/** The part of the packed manifest that the simulator reads. */
export interface Manifest {
  readonly app: {
    readonly appId: number;
    readonly appName: string;
    readonly version: { readonly name: string };
  };
  readonly permissions?: readonly string[];
  readonly runtime: { readonly apiVersion: { readonly minVersion: string } };
  readonly defaultLanguage: string;
  readonly designWidth?: number;
  readonly module: {
    readonly page?: { readonly pages: readonly string[] };
    readonly 'app-side'?: { readonly path: string };
    readonly setting?: { readonly path: string };
    readonly 'app-service'?: { readonly services: readonly string[] };
    readonly 'app-event'?: { readonly path: string };
    readonly 'secondary-widget'?: { readonly widgets: readonly unknown[] };
  };
}

/** A widget as the app made it. `props` are the merged properties as the app set them, in device pixels. */
export interface WidgetNode {
  readonly id: number;
  /** The platform's name: `TEXT`, `ARC`, `BUTTON`, `IMG`, `FILL_RECT`, `GROUP`, … */
  readonly kind: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly visible: boolean;
  readonly children: readonly WidgetNode[];
}

/** A component of the phone's settings page, as `build()` returned it. Functions in props are callable by `settings-call`. */
export interface SettingsNode {
  readonly id: number;
  readonly kind: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly (SettingsNode | string)[];
}

/** One segment of the motor running. Times in ms of virtual uptime. */
export interface Pulse {
  readonly onMs: number;
  readonly offMs: number;
  /** The platform's name of the vibration: `CONTINUOUS`, `STRONG_SHORT`, `SCENE_DURATION`, … */
  readonly type: string;
}

/** What a tester can do. Every input of watch, phone and world has one. */
export type Verb =
  | { readonly verb: 'launch'; readonly page?: string; readonly params?: string }
  | { readonly verb: 'tap'; readonly x: number; readonly y: number }
  | { readonly verb: 'tap-text'; readonly text: string }
  | { readonly verb: 'long-press'; readonly x: number; readonly y: number }
  | { readonly verb: 'swipe'; readonly direction: 'up' | 'down' | 'left' | 'right' }
  | {
      readonly verb: 'key';
      readonly key: 'back' | 'select' | 'home' | 'up' | 'down' | 'shortcut';
      readonly action: 'click' | 'double' | 'long';
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
      readonly state: 'up' | 'down' | 'lossy' | 'reordered' | 'doubled' | 'damaged' | 'slow';
      /** Chance of the fault per frame, 0 to 1. */
      readonly rate?: number;
    }
  | { readonly verb: 'phone'; readonly present: boolean }
  | { readonly verb: 'reboot' }
  /** Another app's continuous service: it runs, and takes the place of ours. */
  | { readonly verb: 'foreign-service'; readonly on: boolean }
  | { readonly verb: 'alarms'; readonly state: 'fine' | 'refused' }
  | { readonly verb: 'storage'; readonly state: 'fine' | 'full' | 'torn' | 'failing' }
  | { readonly verb: 'notification' }
  | { readonly verb: 'call'; readonly state: 'ring' | 'answer' | 'end' }
  | { readonly verb: 'locale'; readonly where: 'watch' | 'phone'; readonly locale: string }
  | { readonly verb: 'hours'; readonly format: 12 | 24 }
  | { readonly verb: 'widget-focus'; readonly on: boolean }
  /** What real hardware is taken to do where nothing is published (`assumptions.ts`). */
  | { readonly verb: 'assume'; readonly name: string; readonly value: string }
  /** The app is installed anew over itself. */
  | { readonly verb: 'update' }
  | { readonly verb: 'settings-open' }
  | {
      readonly verb: 'settings-call';
      readonly id: number;
      readonly handler: string;
      readonly args: readonly unknown[];
    };

/** Something that happened, in order, stamped with virtual uptime. Plain data: the log is the same in every body. */
export interface SimEvent {
  readonly atMs: number;
  readonly type:
    | 'app'
    | 'page'
    | 'service'
    | 'side'
    | 'screen'
    | 'vibrate'
    | 'vibrate-stop'
    | 'breach'
    | 'error'
    | 'console'
    | 'frame'
    | 'file'
    | 'alarm'
    | 'setting'
    | 'dialog'
    | 'toast'
    | 'verb';
  /** One line for people; stable enough to compare. */
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A broken rule of the platform. */
export interface Breach {
  readonly atMs: number;
  readonly rule: string;
  readonly sentence: string;
  readonly source: string;
}

/** What the watch shows and does now. */
export interface WatchView {
  readonly screenOn: boolean;
  /** Path of the page in front, or null (watch face). */
  readonly page: string | null;
  readonly widgets: readonly WidgetNode[];
  readonly background: number;
  readonly toast: string | null;
  /** A system dialog in front (consent for a service, …) or null. */
  readonly dialog: {
    readonly title: string;
    readonly body: string;
    readonly buttons: readonly string[];
  } | null;
  readonly motorOn: boolean;
  readonly servicesRunning: readonly string[];
  /** How far the page is scrolled down, px. */
  readonly scrollTopPx: number;
  /** Page of a swiper in front and how many there are; 0 without a swiper. */
  readonly swiperIndex: number;
  readonly swiperCount: number;
  /** Title in the status bar of a square screen, or null when there is none. */
  readonly statusBar: string | null;
  /** 0 to 100, as the app or the person set it. */
  readonly brightness: number;
}

/** What the phone shows and holds now. */
export interface PhoneView {
  readonly present: boolean;
  readonly sideRunning: boolean;
  readonly settings: SettingsNode | null;
  readonly storage: ReadonlyMap<string, string>;
}

/** Consent to run in the background: to be asked for, granted, or refused for good. */
export type BackgroundConsent = 'open' | 'granted' | 'refused';

export interface SimulationOptions {
  readonly app: AppPackage;
  readonly device: DeviceModel;
  /** WallClock clock at the start, UTC ms. */
  readonly startEpochMs?: number;
  readonly zoneOffsetMin?: number;
  readonly watchLocale?: string;
  readonly phoneLocale?: string;
  /** Seed of the simulation's own randomness (`Math.random` in bundles, radio faults). */
  readonly seed?: number;
  /** Rules whose breaches are accepted. */
  readonly allow?: readonly string[];
  /** Files that the app has left on the watch earlier, by their path in its private folder. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** What the settings storage of the phone holds already. */
  readonly phoneStorage?: Readonly<Record<string, string>>;
  /** What the wearer has answered to running in the background; asked at the first need where it is left out. */
  readonly backgroundConsent?: BackgroundConsent;
  /** Answers the side service's `fetch`; without it, fetch is refused by name. */
  readonly fetch?: (request: { readonly url: string }) => Promise<unknown>;
}

/**
 * One watch and one phone. Time stands still until `runNext` is called; between two calls the body lets
 * pending promises run (`drain` in `drive.ts`), which is the only thing that differs from body to body.
 */
export interface Simulation {
  /** Virtual time since the start, ms. Never goes back. */
  readonly uptimeMs: number;
  isAssumed(name: AssumptionName, value: string): boolean;
  /** The watch's wall clock, UTC ms: what `Date.now()` says in a bundle. */
  readonly epochMs: number;
  /** The watch's zone, minutes east of UTC. */
  readonly zoneOffsetMin: number;
  readonly device: DeviceModel;
  readonly watch: WatchView;
  readonly phone: PhoneView;
  readonly events: readonly SimEvent[];
  readonly breaches: readonly Breach[];
  /** Every segment of the motor so far. */
  readonly pulses: readonly Pulse[];
  /** Files of the app's private folder on the watch. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Uptime of the next thing due, or undefined when nothing is. */
  nextDueMs(): number | undefined;
  /** Runs the next due thing; time moves to it. */
  runNext(): void;
  /** Lets time pass to `uptimeMs` with nothing due in between (call after the last `runNext`). */
  idleUntil(uptimeMs: number): void;
  perform(verb: Verb): void;
  subscribe(listener: (event: SimEvent) => void): () => void;
}
