/** The walk in docs/session-states.md agrees with the session that the engine plays. */
import { expect, it } from 'vitest';
import { textOf } from '../../contract/sources.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { score, startWalk } from './walk.ts';

/** The cue and second of each row of the walk, such as `start 30`. The first beat stands for all ten. */
function written(): readonly string[] {
  const [, walk = ''] = textOf('docs/session-states.md').split('## A walk through a default session');
  return [...walk.matchAll(/^\| (\d+) \| ([a-z ]+) \|/gm)].map(([, second, felt]) => `${felt} ${second}`);
}

it('the walk names every cue of the default session, at its second', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 600_000, 50);
  const beats = /^beat /;
  const played = score(walk.cues).filter(
    (cue, at, all) => !beats.test(cue) || !beats.test(all[at - 1] ?? ''),
  );
  expect(written()).toEqual(['touch 0', ...played]);
});
