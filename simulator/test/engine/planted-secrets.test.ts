/** The event log, which people copy into reports, has none of the secrets that an app stores, prints and sends. */
// cspell:ignore Jhcg Schlüssel qwertz
import { describe, expect, it } from 'vitest';
import { createSecretHider } from '../../src/engine/hide-secrets.ts';
import { miniWatch, perform } from '../support/mini-app.ts';

const SECRETS = ['sparrow-7', 'walrus"sesame', 'sesame', 'pelican', 'Zm9vOmJhcg', 'heron99'];

const SETTING = `AppSettingsPage({ build({ settingsStorage: store }) {
  store.setItem('secret.webhook', JSON.stringify({ address: 'https://home.example/hook/pelican', secret: 'walrus"sesame' }));
  store.setItem('apiKey', 'sparrow-7');
  store.setItem('command', JSON.stringify({ text: JSON.stringify({ accessToken: 'heron99', colour: 'green' }) }));
  store.setItem('account', 'https://me:heron99@home.example/');
  store.setItem('sparrow-7', 7);
  console.log('asks with Authorization: Basic Zm9vOmJhcg and walrus"sesame');
  console.log('https://home.example/hook/pelican?x=1 answers 200');
  throw new Error('no room for sparrow-7');
} })`;

it('no secret that an app stores is in an event or a breach, in whatever form it appears again', async () => {
  const watch = await perform(
    miniWatch({ side: 'AppSideService({})', setting: SETTING }),
    'launch; wait 5s; settings-open; wait 1s',
  );
  const { events, breaches } = watch.sim;
  const text = JSON.stringify([events, breaches]);
  expect(events.some(({ type }) => type === 'setting')).toBe(true);
  expect(text).toContain('no room for (hidden)');
  expect(text).toContain('https://home.example/(hidden)');
  expect(text).toContain('green');
  expect(SECRETS.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
});

describe('a text of the event log', () => {
  it.each([
    ['setting', 'auth.token = abc', 'auth.token = (hidden)'],
    ['setting', 'profile = {"userName":"Ada","pass_word":"x","password":"hunter2"}', 'hunter2'],
    ['setting', 'list = [{"Authorization":"Bearer abcdef"}]', 'abcdef'],
    ['setting', 'nested = {"a":"{\\"secret\\":\\"hunter2\\"}"}', 'hunter2'],
    ['setting', 'entry = {"key":"hunter2"}', 'hunter2'],
    ['setting', 'cut = {"secret":"hunter2', 'hunter2'],
    ['setting', 'a = eyJhbGciOiJI.eyJzdWIiOiIx.SflKxw', 'SflKxw'],
    ['setting', 'a = Ab3dEf6hIj9lMn2pQr5t', 'Ab3dEf6hIj9lMn2pQr5t'],
    ['console', 'side: password=hunter2 for you', 'hunter2'],
    ['console', 'side: my_api_key: hunter2', 'hunter2'],
    ['console', 'side: wss://me:hunter2@x.example', 'hunter2'],
    ['verb', 'setting TextInput "API key" onChange hunter2', 'hunter2'],
    ['verb', 'setting TextInput API-Schlüssel onChange "hunter2 b"', 'hunter2'],
    ['error', 'side: Error: Bearer hunter2 is refused', 'hunter2'],
    ['setting', 'a = {"token":12345678,"n":1}', '12345678'],
    ['setting', 'a = {"tokens":["x1","hunter2"],"n":1}', 'hunter2'],
    ['setting', 'a = {"secret":{"kind":"x","value":{"of":"hunter2"}},"n":1}', 'hunter2'],
    ['setting', 'a = {"b":"{\\"token\\":12345678}"}', '12345678'],
    ['setting', 'a = {"otp":"hunter2"}', 'hunter2'],
    ['setting', 'pin = hunter2', 'hunter2'],
    ['console', `side: { token: 'hunter2' }`, 'hunter2'],
    ['console', `side: {"token":'hun ter2'}`, 'ter2'],
    ['console', 'side: Cookie: a=b; session=hunter2', 'hunter2'],
    ['console', 'side: {"Set-Cookie":"session=hunter2; Path=/"}', 'hunter2'],
    ['console', 'side: Authorization: Token hunter2', 'hunter2'],
    ['console', 'side: headers {"authorization":["hunter2"]}', 'hunter2'],
  ] as const)('of type %s, %s, is shown without its secret', (type, text, secret) => {
    const shown = createSecretHider()(type, text);
    expect(shown).toContain('(hidden)');
    if (secret !== shown) expect(shown).not.toContain(secret);
  });

  it.each([
    ['in capitals', 'ALPHA/77-MEADOW'],
    ['cut off at its beginning', '…77-Meadow'],
    ['cut off at its end', 'alpha/77-…'],
    ['percent-encoded', 'alpha%2F77-Meadow'],
    ['in base64', btoa('alpha/77-Meadow')],
    ['in base64 behind a user', btoa('me:alpha/77-Meadow')],
    ['in base64 behind a longer user', btoa('name:alpha/77-Meadow')],
    ['as a number of a setting', '7654321'],
    ['in JSON', '{"x":"al\\"ph\\"a77"}'],
  ])('has no secret that was stored before and comes back %s', (_how, text) => {
    const hide = createSecretHider();
    hide('setting', 'apiKey = alpha/77-Meadow');
    hide('setting', 'pin = 7654321');
    hide('setting', 'password = al"ph"a77');
    expect(hide('console', `side: sent ${text} away`)).toMatch(
      /^side: sent [^\w]*(?:bWU6|bmFtZT|\{"x":")?\(hidden\)\S* away$/,
    );
  });

  it.each([
    ['setting', 'keyboard = {"layout":"qwertz","monkey":"yes"}'],
    ['setting', 'log.beef.0 = 0120a4c1d09b7f00aa55\\n0121a4c1d09b7f00aa55'],
    ['setting', 'page.state = {"history":["{\\"feed\\":2}"]}'],
    ['verb', 'key select click'],
    ['verb', 'setting Button "Try again" onClick'],
    ['page', 'opened page/home/index.page'],
    ['file', 'wrote data://prefs-a, 120 B'],
    ['console', 'page: the key turns; basically fine'],
    ['side', 'started'],
    ['console', 'side: {"key":"name","newValue":"Ada","oldValue":null}'],
  ] as const)('of type %s, %s, stays as it is', (type, text) => {
    expect(createSecretHider()(type, text)).toBe(text);
  });
});
