/** Deliberate one-line faults of the pages of the watch, of the services and of the glance. Tests of the packed app have to notice each. */
import type { Faults } from '../mutant-list.ts';
import { AFTER_SESSION_FAULTS } from './after-session.ts';
import { FIRST_RUN_FAULTS } from './first-run.ts';
import { HOME_FAULTS } from './home-and-menu.ts';
import { PART_FAULTS } from './parts.ts';
import { SESSION_FAULTS } from './session.ts';

/** Faults, and the tests of the packed app that look at their pages. */
export type PageFaults = readonly (readonly [faults: Faults, tests: readonly string[]])[];

export const PAGE_FAULTS: PageFaults = [
  ...HOME_FAULTS,
  ...FIRST_RUN_FAULTS,
  ...AFTER_SESSION_FAULTS,
  ...SESSION_FAULTS,
  ...PART_FAULTS,
];
