/**
 * What is assumed about real watches and phones where nobody has published it. A tester can choose another value, so that an
 * app is tried against either. The first value holds until then.
 */
export const ASSUMPTIONS = {
  /** JavaScript timers of pages with the screen dark. */
  'timers-in-dark': ['stop', 'run'],
  /** A vibration that runs as the screen goes dark. */
  'motor-at-dark': ['goes-on', 'stops'],
  /** The end of the app 10 s after dark. */
  'end-after-dark': ['happens', 'never'],
  /** `onDestroy` as the system ends the app after dark. */
  'destroy-at-dark': ['called', 'skipped'],
  /** `setWakeUpRelaunch(true)`. */
  'relaunch-on-wake': ['works', 'ignored'],
  /** An alarm for a page: `late` by 10 s, or `silent` as long as the screen is dark. */
  'alarm-launch': ['on-time', 'late', 'silent'],
  /** A vibration of an app that has ended. */
  'motor-after-exit': ['goes-on', 'stops'],
  /** JavaScript timers with the screen on; `late` by 400 ms each. */
  'page-timers': ['on-time', 'late'],
  /** System timers of pages; `late` by 400 ms each. */
  'system-timers': ['on-time', 'late'],
  /** System timers of services with the screen dark. */
  'service-in-dark': ['runs', 'stops'],
  /** The motor in services. */
  'service-motor': ['works', 'silent'],
  /** `getAllAppServices`. */
  'service-list': ['tells', 'empty'],
  /** `onPause` and `onResume` of the page that a call covers. */
  'call-pauses-page': ['told', 'untold'],
  /** The motor in do-not-disturb. */
  'motor-in-dnd': ['works', 'muted'],
  /** `true` from a key listener. */
  'key-taking': ['works', 'ignored'],
  /** `true` from a gesture listener. */
  'swipe-taking': ['works', 'ignored'],
  /** CLICK_UP of a finger that stays: at its end, or `cut` after 50 ms. */
  'long-press': ['held', 'cut'],
  /** The page that another is pushed over. */
  'pushed-over-page': ['destroyed', 'kept'],
  /** A flip of the wrist while the wrist's screen-off is paused. */
  'flip-while-paused': ['heard', 'silent'],
  /** Samples a second. */
  accelerometer: ['25-hz', '5-hz'],
  /** What was appended last, after a reboot. */
  append: ['kept', 'lost'],
  /** `renameSync` onto a file that is there. */
  'rename-over': ['works', 'refused'],
  /** A file beyond 64 KB. */
  'large-file': ['works', 'refused'],
  /** A shake to a phone whose side service does not run. */
  'side-cold-start': ['works', 'silent'],
  /** A radio frame beyond 2,000 bytes. */
  'large-frame': ['arrives', 'lost'],
  /** The side service; `short`: ended 20 s after the last frame. */
  'side-life': ['lasts', 'short'],
  /** What was written last to the settings storage, after the companion app was killed. */
  'phone-storage': ['kept', 'lost'],
  /** An SVG picture in a settings page. Nothing draws it here: this only says what a person would see. */
  'svg-image': ['drawn', 'blank'],
  /** A text of 20,000 characters in a settings page; as above. */
  'long-text': ['whole', 'cut'],
  /** The brightness that an app has set, after its end. */
  'brightness-after-exit': ['stays', 'returns'],
  /** Battery: steady, or 1 % a minute. */
  'screen-cost': ['small', 'large'],
  /** The pauses of wrist and palm. */
  'screen-pauses': ['work', 'ignored'],
  /** Pauses that an ended app has not given back. */
  'pauses-after-exit': ['end', 'stay'],
  /** Files and stores of an app that is installed again (`update`). */
  update: ['keeps-files', 'wipes-files'],
  /** Numbers of the vibration scenes: those of the 1.0 documents, or 40 more. */
  'scene-numbers': ['documented', 'others'],
  /** The pauses within a vibration pattern. */
  'pattern-gaps': ['felt', 'lost'],
} as const;

type Table = typeof ASSUMPTIONS;
export type AssumptionName = keyof Table;

export const ASSUMPTION_NAMES = Object.keys(ASSUMPTIONS) as AssumptionName[];

export interface Assumptions {
  /** Whether the assumption has this value. */
  is<Name extends AssumptionName>(name: Name, value: Table[Name][number]): boolean;
  /**
   * Chooses the value of an assumption.
   * @throws Error naming the assumptions or the values that exist
   */
  set(name: string, value: string): void;
}

/** Creates the assumptions of one simulation, all with their first value. */
export function createAssumptions(): Assumptions {
  const changed = new Map<string, string>();
  return {
    is: (name, value) => (changed.get(name) ?? ASSUMPTIONS[name][0]) === value,
    set(name, value) {
      const values: readonly string[] | undefined = ASSUMPTIONS[name as AssumptionName];
      if (values === undefined)
        throw new Error(`Nothing is assumed about "${name}". There is: ${ASSUMPTION_NAMES.join(', ')}`);
      if (values.indexOf(value) < 0)
        throw new Error(`${name} is one of ${values.join(', ')}, not "${value}"`);
      changed.set(name, value);
    },
  };
}
