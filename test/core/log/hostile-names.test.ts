/** Names that come with a record, perhaps an imported one, cause no line break, no formula and no other writing direction anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { cleanName, LONGEST_NAME } from '../../../utils/core/base/clean-name.ts';
import { csvOf } from '../../../utils/core/export/csv.ts';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { physioPage } from '../../../utils/core/export/physio.ts';
import { createActivityRequest } from '../../../utils/core/integrations/intervals.ts';
import { webhookRequest } from '../../../utils/core/integrations/webhook.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, type Frame, frameAt, SESSION } from '../../../utils/core/log/frame.ts';
import { readRecord } from '../../../utils/core/log/read-record.ts';
import type { SessionRecord } from '../../../utils/core/log/record.ts';
import { routines } from '../../../utils/core/routine/built-in.ts';
import { phoneTexts } from '../../../utils/core/text/catalogues.ts';
import type { PhonePhrase } from '../../../utils/core/text/phone-phrase.ts';
import { fill } from '../../../utils/core/text/phrase.ts';
import type { StoredSession } from '../../../utils/core/trend/stored-log.ts';
import { runs } from '../../support/runs.ts';
import { ratedSession, WATCH } from '../../support/stored-log.ts';

const HOSTILE = [
  '=HYPERLINK("http://x")',
  '-1\r\nrow;1',
  '\u202egnp.exe',
  '@SUM(A1)',
  '\u0007\u009b31m',
  '+1',
  'a\u2028b',
  '\u200f',
  'x'.repeat(900),
  '\ufe63\ufe62\ufe66\ufe6b1',
  '\udc00=1+1',
  'a\ud83d\u200b b\udc00',
];

/** An imported session whose routine and steps are all called `name`. */
function imported(name: string): { readonly frame: Frame; readonly record: SessionRecord } {
  const planned = plainRecord.planned.map((step) => ({ ...step, step: name }));
  const holds = plainRecord.holds.map((hold) => ({ ...hold, step: name }));
  const body = encodeSession({ ...plainRecord, routine: name, planned, holds });
  const frame = encodeFrame(SESSION, 1, body);
  const read = readRecord(frame);
  if (!read.ok || read.value.kind !== 'session') throw new Error('no session');
  return { frame, record: read.value };
}

/** The name as the phone page shows it, which is the end of a key that no catalogue has. */
function english({ key, values }: PhonePhrase): string {
  const template = phoneTexts['en-US'][key] ?? key.slice(key.lastIndexOf('.') + 1);
  return fill(
    template,
    values.map((value) => (typeof value === 'object' ? english(value) : value)),
  );
}

const physioText = (session: StoredSession): string => physioPage([session]).map(english).join('\n');

/** Control characters, line breaks among them, and marks of the writing direction. */
const ODD = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe('a name', () => {
  it('becomes a short line of letters without a leading sign, whatever it was, and a second cleaning changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...HOSTILE)),
        (name) => {
          const clean = cleanName(name);
          expect(clean).not.toMatch(ODD);
          expect(clean).not.toMatch(/^[\s=+@|%-]|\s$/);
          expect(clean.length).toBeGreaterThanOrEqual(1);
          expect(clean.length).toBeLessThanOrEqual(LONGEST_NAME);
          expect(cleanName(clean)).toBe(clean);
        },
      ),
      { numRuns: runs(1_000) },
    );
  });

  it.each([
    ['with signs in the small width of Chinese keyboards before it', '\ufe62\ufe63\ufe66\ufe6bname', 'name'],
    ['with half of a character before a formula', '\udc00=name', 'name'],
    ['with halves of characters in it', 'na\udc00m\ud83de\ud83d', 'name'],
    ['with halves that do not belong together', 'na\udc00\ud83dme', 'name'],
    ['with a whole emoji', 'name \ud83e\uddb5', 'name \ud83e\uddb5'],
    ['cut within an emoji', `${'n'.repeat(23)}\ud83e\uddb5`, 'n'.repeat(23)],
  ])('%s is cleaned of it', (_what, name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });

  it('of a routine of this app stays as it is', () => {
    const names = routines.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]);
    expect(names.map(cleanName)).toEqual(names);
  });
});

describe.each(HOSTILE)('a record with the name %j', (name) => {
  const { frame, record } = imported(name);
  const clean = cleanName(name);

  it('is stored and exported byte for byte', () => {
    expect(frameAt(frame.bytes, 0)).toEqual(frame);
    const [line = ''] = jsonOf([{ install: WATCH, frame }])
      .split('\n')
      .slice(1);
    expect(JSON.parse(line)).toMatchObject({ record: { routine: clean } });
    expect(ODD.test(line)).toBe(false);
  });

  it('causes no line break, formula or writing direction in the CSV, on the page for a physio, and at an integration', () => {
    const session = ratedSession({ record });
    const csv = csvOf([session]);
    expect(csv.trim().split(/\r\n|\r|\n/).length).toBe(1 + record.holds.length);
    expect(csv).not.toMatch(/(^|[,;])"?[=+@\ufe62\ufe63\ufe66\ufe6b-]\D/m);
    const outgoing = { install: WATCH, seq: 1, record };
    const hook = webhookRequest(outgoing, { address: 'https://x.example', secret: '' }, record.startedAtMs);
    const activity = createActivityRequest(outgoing, 'https://x.example', 'k');
    const [{ name: title = '', description = '' } = {}] = JSON.parse(activity.body ?? '[]');
    for (const text of [csv, physioText(session), hook.body ?? '', title, description])
      expect(text.replace(/[\r\n]/g, '')).not.toMatch(ODD);
    expect(title.split('\n').length).toBe(1);
  });
});

it('no part of the app reads a record without this cleaning', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const files = ['utils', 'app-side', 'setting', 'page', 'app-service', 'secondary-widget'].flatMap(
    (folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => join(folder, path)),
  );
  const direct = files.filter((path) => /decodeRecord\(/.test(readFileSync(join(root, path), 'utf8')));
  expect(direct.sort()).toEqual(['utils/core/log/decode.ts', 'utils/core/log/read-record.ts']);
});
