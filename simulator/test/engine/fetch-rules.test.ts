/** Answers to web requests from a list of rules. */
import { describe, expect, it } from 'vitest';
import type { FetchRule } from '../../src/engine/phone/fetch-rules.ts';
import { fetchRulesOf } from '../../src/engine/phone/fetch-rules.ts';

import { miniWatch, perform, printed } from '../support/mini-app.ts';

const SETTING = `AppSettingsPage({ build(props) {
  return Button({ label: 'go', onClick() { props.settingsStorage.setItem('a', 'b') } }) } })`;

/** What a side service prints of one request. */
async function answerTo(request: string, rules: readonly FetchRule[]): Promise<string | undefined> {
  const side = `AppSideService({ onInit() { fetch(${request}).then(
    (r) => console.log(r.status + ' ' + JSON.stringify(r.body) + ' ' + JSON.stringify(r.headers)),
    (error) => console.log(error.message)) } })`;
  const watch = miniWatch({ side, setting: SETTING }, { fetchRules: rules });
  return printed(await perform(watch, 'settings-open; setting Button go onClick; wait 1s')).at(-1);
}

const WEATHER = `'https://api.example.org/v1/weather?city=Bonn'`;

describe('a fetch rule', () => {
  it.each<readonly [string, FetchRule, string]>([
    ['for an exact address', { url: 'https://api.example.org/v1/weather?city=Bonn' }, '200 "" {}'],
    ['with a star', { url: 'https://api.example.org/*city=*', status: 204 }, '204 "" {}'],
    ['with a body', { url: '*', body: { degrees: 7 } }, '200 {"degrees":7} {}'],
    ['with headers', { url: '*', headers: { etag: 'x' }, body: 'text' }, '200 "text" {"etag":"x"}'],
    ['with an error', { url: '*', error: 'no network' }, 'no network'],
  ])('%s answers', async (_, rule, said) => {
    expect(await answerTo(WEATHER, [rule])).toBe(said);
  });

  it('for another method or address leaves the answer to the next rule', async () => {
    const rules = [
      { url: '*', method: 'POST', status: 201 },
      { url: 'https://api.example.org/', status: 500 },
      { url: '*', method: 'get', status: 203 },
    ];
    expect(await answerTo(WEATHER, rules)).toBe('203 "" {}');
    expect(await answerTo(`{ url: 'https://api.example.org/', method: 'post' }`, rules)).toBe('201 "" {}');
  });

  it('matches a dot with a dot only', async () => {
    expect(await answerTo(`'https://apixexample.org'`, [{ url: 'https://api.example.org' }])).toBe(
      'no fetch rule answers GET https://apixexample.org',
    );
  });
});

it.each([
  [{ url: '*' }, 'The fetch rules are no list.'],
  [[{ url: '*' }, { status: 200 }], 'Fetch rule 2 has no "url".'],
  [[{ url: '*', code: 200 }], 'Fetch rule 1 has "code", which is none of: url,'],
  [[{ url: '*', status: '200' }], 'Fetch rule 1 has a "status" that is no number.'],
  [[{ url: '*', method: 5 }], 'Fetch rule 1 has "method" that is no text.'],
])('the list %j is refused with the reason', (list, sentence) => {
  expect(() => fetchRulesOf(list)).toThrow(sentence);
});
