/** The picture of what each cue feels like, drawn from the patterns that the watch plays. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cue, pattern, plainCue } from '../../utils/core/cue/vocabulary.ts';
import type { MoveTo } from '../../utils/core/routine/plan.ts';
import { repositoryRoot } from '../shared/project.ts';

const MS_PER_PX = 18;
const PULSE_HEIGHT_PX = 14;
const ROW_PX = 34;
const LEFT_PX = 24;
const COLUMN_PX = 450;
const RIGHT_PX = 70;
const ROWS = 5;
const HEAD_PX = 64;
/** The colours that the watch gives these cues, darker where they stand on white. */
const COLOURS = { stay: '#2f9e63', minimum: '#b7791f', move: '#4a7fd6', other: '#666666' };

const moveTo = (to: MoveTo): Cue => ({ name: 'move', to });

const COLUMNS: readonly {
  readonly head: string;
  readonly colour: string;
  /** From the left edge of the column to its words, px. */
  readonly textPx: number;
  readonly rows: readonly (readonly [cue: Cue, words: string, colour?: string])[];
}[] = [
  {
    head: 'Short: stay',
    colour: COLOURS.stay,
    textPx: 110,
    rows: [
      [plainCue('start'), 'The hold begins.'],
      [plainCue('check'), '30 s (with a hook, also 60 s): easing?'],
      [plainCue('minimum'), '60 s (with a hook, 90 s): minimum done.', COLOURS.minimum],
      [plainCue('soft'), 'Soft: still timing, or lift a knee.', COLOURS.other],
    ],
  },
  {
    head: 'Long: move',
    colour: COLOURS.move,
    textPx: 270,
    rows: [
      [moveTo('spot'), 'To the next spot.'],
      [moveTo('side'), 'To the other side (felt twice).'],
      [moveTo('step'), 'To a new position (felt twice).'],
      [plainCue('done'), 'The session is done.', COLOURS.other],
      [plainCue('come-back'), 'Back or paused: look.', COLOURS.other],
    ],
  },
];

/** The picture as SVG. It has a background of its own, so that it can be read on a light and on a dark page. */
export function cuesPicture(): string {
  const widthPx = COLUMNS.length * COLUMN_PX + RIGHT_PX;
  const heightPx = HEAD_PX + ROWS * ROW_PX + LEFT_PX;
  const columns = COLUMNS.map(({ head, colour, textPx, rows }, at) => {
    const x = LEFT_PX + at * COLUMN_PX;
    const title = `<text x="${x}" y="42" font-size="22" font-weight="bold" fill="${colour}">${head}</text>`;
    return [
      title,
      ...rows.map(
        ([cue, words, own], row) =>
          pulsesOf(cue, x, HEAD_PX + row * ROW_PX, own ?? colour) +
          wordsOf(words, x + textPx, HEAD_PX + row * ROW_PX),
      ),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" font-family="sans-serif">`,
    '<title>Short vibrations mean stay, long ones mean move</title>',
    `<rect width="${widthPx}" height="${heightPx}" rx="12" fill="#ffffff"/>`,
    ...columns.flat(),
    '</svg>',
    '',
  ].join('\n');
}

function pulsesOf(cue: Cue, leftPx: number, topPx: number, colour: string): string {
  let x = leftPx;
  let bars = '';
  for (const { on, durationMs } of pattern(cue, { strength: 'normal', motor: 'pattern' })) {
    const width = durationMs / MS_PER_PX;
    if (on)
      bars += `<rect x="${x.toFixed(1)}" y="${topPx}" width="${width.toFixed(1)}" height="${PULSE_HEIGHT_PX}" rx="${PULSE_HEIGHT_PX / 2}" fill="${colour}"/>`;
    x += width;
  }
  return bars;
}

function wordsOf(words: string, leftPx: number, topPx: number): string {
  return `<text x="${leftPx}" y="${topPx + PULSE_HEIGHT_PX - 2}" font-size="15" fill="#222222">${words}</text>`;
}

/** Writes `docs/pictures/cues.svg`. */
export async function writeCuesPicture(): Promise<void> {
  await writeFile(join(repositoryRoot, 'docs', 'pictures', 'cues.svg'), cuesPicture());
}
