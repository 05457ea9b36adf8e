/**
 * The pages of the app and their parameters. This is the only way in which a page passes something to the next. Parameters are
 * passed as JSON text. The opened page reads and checks them here, so that it gets either valid parameters or none.
 */
import { back, push, replace } from '@zos/router';
import { fieldsOf, parseJson } from '../core/base/fields.ts';
import { once } from '../core/base/once.ts';
import type { Advice } from '../core/schedule/stage-advice.ts';
import type { WELCOME_STEPS } from '../core/view/first-run.ts';
import type { MutingMode } from '../core/view/muting-mode.ts';
import type { SessionQuestion } from '../core/view/session-questions.ts';
import { pagePath } from './page-path.ts';

export type HelpTopic = 'find' | 'pose' | 'hook' | 'handle' | 'back' | 'band' | 'march';

/**
 * What is read before a session, besides the steps of the first run. `new-cues` is only the card about the cues, for a wearer who
 * has learned other patterns. `own-safety` is what the author of an own routine says about safety. If that does not fit on one
 * page, `own-safety-more` is its second half.
 */
export const BEFORE_SESSION = ['new-cues', 'own-safety', 'own-safety-more'] as const;
export type WelcomeStep = (typeof WELCOME_STEPS)[number] | (typeof BEFORE_SESSION)[number];

/** A page that can be opened in two ways: with `isOnTop` it lies over another page, which comes back when it is left. */
interface MaybeOnTop {
  readonly isOnTop?: boolean;
}

interface RouteParams {
  /**
   * `from` is left out at a launch, when home checks whether something is due before it appears. It also checks after a
   * question and after preferences were applied. With `apply-preferences`, applying them failed and is not tried again.
   */
  readonly home: { readonly from?: 'app' | 'apply-preferences' | 'question' };
  /**
   * `askedAtMs` (UTC) distinguishes a page that another page or an alarm has just requested from one that the system opens
   * again with an old route. With `isStart` a session begins; without it the stored one continues.
   */
  readonly session: { readonly askedAtMs?: number; readonly isStart?: boolean };
  /** The session that has just ended. `protection` has one letter for each thing that kept it running. */
  readonly summary: { readonly protection?: string };
  /** A session by its number in the log. */
  readonly 'past-session': MaybeOnTop & { readonly seq: number };
  readonly history: object;
  readonly menu: object;
  readonly options: object;
  /** With `isStart` a session begins once they are applied; otherwise the page below comes back, or home if there is none. */
  readonly 'apply-preferences': MaybeOnTop & { readonly isStart?: boolean };
  readonly help: { readonly topic?: HelpTopic };
  /** `asks` is left out if the wearer opens the test; `helper` is only its part about the helper. */
  readonly 'feel-test': MaybeOnTop & { readonly asks?: 'first-run' | 'helper' };
  /**
   * Pain before a session, or a question about the session with the number `seq` in the log: how sore one side was at first, or
   * pain after it. `other` is how sore the other side was; the questions in `next` follow, in that order.
   */
  readonly rating: MaybeOnTop & {
    readonly asks: 'before' | SessionQuestion;
    readonly seq?: number;
    readonly other?: number;
    readonly next?: readonly SessionQuestion[];
  };
  /** A different stage, or a reminder of the next session. */
  readonly advice: MaybeOnTop & { readonly about: Advice | 'reminder' };
  /** `mode` goes with `muting-mode`. */
  readonly question: MaybeOnTop & {
    readonly asks: 'helper' | 'morning' | 'muting-mode';
    readonly mode?: MutingMode;
  };
  /**
   * `mode` goes with the steps that come before a session and may lead to the question about that mode. With `isAgain` the safety
   * pages are read once more, on top of the menu.
   */
  readonly welcome: { readonly step: WelcomeStep; readonly mode?: MutingMode; readonly isAgain?: boolean };
}

export type PageName = keyof RouteParams;
export type RouteTo<Name extends PageName> = { readonly page: Name } & RouteParams[Name];
/** Every page with its parameters. */
export type Route = { [Name in PageName]: RouteTo<Name> }[PageName];

/** Where Start leads: to a new session, or first to a question if a mode is on that may mute its cues. */
export function startRoute(mode: MutingMode | null, nowMs: number): Route {
  return mode === null
    ? { page: 'session', isStart: true, askedAtMs: nowMs }
    : { page: 'question', asks: 'muting-mode', mode };
}

/** Whether a value from JSON is valid for a parameter. */
export type ParamCheck = (value: unknown) => boolean;

/** A check for every parameter of a page. */
export type ParamChecks<Name extends PageName> = {
  readonly [Param in keyof RouteParams[Name]]-?: ParamCheck;
};

export const isText: ParamCheck = (value) => typeof value === 'string';
export const isNumber: ParamCheck = (value) => typeof value === 'number';
export const isFlag: ParamCheck = (value) => typeof value === 'boolean';

export function oneOf(...words: readonly string[]): ParamCheck {
  return (value) => words.indexOf(value as string) >= 0;
}

export function listOf(check: ParamCheck): ParamCheck {
  return (value) => Array.isArray(value) && value.every(check);
}

export function optional(check: ParamCheck): ParamCheck {
  return (value) => value === undefined || check(value);
}

/**
 * Replaces the current page, in a later task: no published app is known to replace a page within its `build`
 * (`docs/evidence.md`, E74).
 */
export function open(route: Route): void {
  setTimeout(
    once(() => replace(target(route))),
    0,
  );
}

/** Opens a page over the current one, which comes back when the new one is left. */
export function openOnTop(route: Route): void {
  push(target(route));
}

/** Leaves a page that was opened over another, also in a later task. */
export function goBack(): void {
  setTimeout(once(back), 0);
}

function target(route: Route): { url: string; params: string } {
  return { url: pagePath(route.page), params: JSON.stringify(route) };
}

/**
 * The route with which the system has opened a page.
 * @param params the argument of the page's `onInit`; undefined at a launch
 * @returns null if the parameters are not those of a route to this page
 */
export function readRoute<Name extends PageName>(
  page: Name,
  checks: ParamChecks<Name>,
  params: string | undefined,
): RouteTo<Name> | null {
  const route: Record<string, unknown> = { page };
  // Text that cannot be read counts as no parameters. The checks decide whether the page can do without them.
  const given = fieldsOf(parseJson(params || '{}'));
  for (const param of Object.keys(checks)) {
    const value = given[param];
    if (!(checks as Readonly<Record<string, ParamCheck>>)[param]?.(value)) return null;
    if (value !== undefined) route[param] = value;
  }
  return route as RouteTo<Name>;
}
