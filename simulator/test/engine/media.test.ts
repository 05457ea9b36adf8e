/** `@zos/media`: states, events and files of players and recorders. */
import { expect, it } from 'vitest';
import { launchedPage, perform, printed, printedBy } from '../support/mini-app.ts';

/** A player that prints its events; `source` is set and prepared. */
const player = (file: string, then: string) => `Page({ build() { const media = zos('media');
  const p = media.create(media.id.PLAYER);
  for (const name of ['PREPARE', 'PLAY', 'PAUSE', 'STOP', 'COMPLETE'])
    p.addEventListener(p.event[name], (result) => console.log(name + ' ' + result));
  p.setSource(p.source.FILE, { file: '${file}' }); p.prepare(); ${then} } })`;

/** Two seconds of music. */
const files = new Map([['song.mp3', new Uint8Array(32_000)]]);

it.each([
  [
    'plays a file to its end',
    "p.addEventListener(p.event.PREPARE, () => { console.log('long ' + p.getDuration()); p.start() })",
    ['PREPARE true', 'long 2', 'PLAY true', 'COMPLETE undefined'],
  ],
  [
    'pauses, goes on and stops',
    `setTimeout(() => p.start(), 200); setTimeout(() => p.pause(), 800);
     setTimeout(() => { console.log(p.getStatus() === p.state.PAUSED); p.resume() }, 1200); setTimeout(() => p.stop(), 1600)`,
    ['PREPARE true', 'PLAY true', 'PAUSE true', 'true', 'PLAY true', 'STOP true'],
  ],
])('a player %s', async (_, then, said) => {
  expect(await printedBy(player('data://song.mp3', then), 'wait 5s', { files })).toEqual(said);
});

it('a player says that a file is not there', async () => {
  expect(await printedBy(player('song.mp3', ''), 'wait 5s')).toEqual(['PREPARE false']);
});

it('a recorder writes its file', async () => {
  const watch = await launchedPage(`Page({ build() { const media = zos('media');
    const r = media.create(media.id.RECORDER);
    r.addEventListener(r.event.START, () => console.log(r.getStatus() === r.state.RECORDING));
    r.addEventListener(r.event.STOP, () => console.log('stopped'));
    r.setFormat(media.codec.OPUS, { target_file: 'data://note.opus' });
    r.start(); setTimeout(() => r.stop(), 3100) } })`);
  await perform(watch, 'wait 5s');
  expect(printed(watch)).toEqual(['true', 'stopped']);
  expect(watch.sim.files.get('note.opus')).toHaveLength(6000);
});
