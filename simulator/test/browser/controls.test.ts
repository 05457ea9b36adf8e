import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/engine/script/verb-syntax.ts';

/** Modules of the page that create verbs. */
const SOURCES = ['controls', 'environment-controls', 'watch-panel', 'gestures', 'phone-panel', 'page'].map(
  (name) => readFileSync(fileURLToPath(new URL(`../../src/browser/${name}.ts`, import.meta.url)), 'utf8'),
);

describe('the controls of the page', () => {
  it.each(VERBS)('have one for the verb %s', (verb) => {
    expect(SOURCES.some((source) => source.includes(`'${verb}'`))).toBe(true);
  });
});
