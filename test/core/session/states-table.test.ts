/** docs/session-states.md, row by row, so that the document stays true. */
import { expect, it } from 'vitest';
import { textOf } from '../../contract/sources.ts';
import { played, rowsOf, situations } from './states-table.ts';

const rows = rowsOf(textOf('docs/session-states.md'));

const touches = [
  'ready',
  'more-time',
  'not-easing',
  'stay',
  'let-go',
  'paused',
  'resumed',
  'skipped',
  'stopped',
];
const events = ['ticked', ...touches, 'undone', 'woke', 'clock-jumped'];
const phases = ['position', 'hold', 'linger', 'march', 'paused', 'asked', 'ended'];

it.each(rows)('$situation at $atS s: $event', (row) => {
  expect(played(row)).toEqual(row);
});

it('the table has every event in every phase', () => {
  const written = new Set(rows.map((row) => `${row.event.split(',')[0]} in ${row.situation}`));
  const all = phases.flatMap((phase) => events.map((event) => `${event} in ${phase}`));
  expect(all.filter((pair) => !written.has(pair))).toEqual([]);
});

it('the table has every situation', () => {
  const written = new Set(rows.map((row) => row.situation));
  expect(Object.keys(situations).filter((situation) => !written.has(situation))).toEqual([]);
});
