/**
 * `npm run simulate -- [--device NAME] [--json] [--tool ball|hook]`: plays a whole default session of the packed app in
 * virtual time and prints each cue with its due and actual time, the holds, and what the phone has stored.
 * `npm run simulate -- PATH --script FILE`: runs a script of verbs on any app folder, `.zab` or `.zpk`.
 */
import { parseArgs } from 'node:util';
import { runAppScript } from './app-script.ts';
import { type CueRow, reportOf, type SessionReport } from './report.ts';
import { playSession } from './session.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    device: { type: 'string', default: 'Balance 2' },
    tool: { type: 'string', default: 'ball' },
    json: { type: 'boolean', default: false },
    script: { type: 'string' },
    allow: { type: 'string', multiple: true },
  },
});

try {
  const path = positionals[0];
  if (path !== undefined || values.script !== undefined) {
    process.exitCode = await runAppScript({ path, ...values });
  } else {
    process.exitCode = await defaultSession();
  }
} catch (error) {
  process.stderr.write(`simulate: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function defaultSession(): Promise<number> {
  if (values.tool !== 'ball' && values.tool !== 'hook') {
    throw new Error(`--tool must be ball or hook, not "${values.tool}"`);
  }
  const { headless, plan, tookMs } = await playSession({ device: values.device, tool: values.tool });
  const watchS = Math.round(headless.sim.uptimeMs / 1000);
  process.stderr.write(`simulate: ${watchS} s on the watch in ${(tookMs / 1000).toFixed(2)} s\n`);
  const report = reportOf(headless.sim, plan);
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : asText(report));
  return report.breaches.length === 0 ? 0 : 1;
}

function asText(report: SessionReport): string {
  const lines = [
    `${report.device}: one session, one tap on Start`,
    '',
    'cue         where                       due        played',
    ...report.cues.map(cueLine),
    '',
    ...report.holds.map(
      (hold) => `${hold.step} ${hold.side} ${hold.spot}: ${hold.seconds} s, ${hold.outcome}`,
    ),
    `march: ${report.march.beats} lifts`,
    `on the phone: ${report.phone.records.length} session(s)`,
    `breaches of platform rules: ${report.breaches.length}`,
    ...report.breaches,
  ];
  return `${lines.join('\n')}\n`;
}

function cueLine(row: CueRow): string {
  const name = row.to === undefined ? row.cue : `${row.cue} (${row.to})`;
  const where = [row.step, row.side, row.spot].filter((part) => part !== null).join(' ');
  const times = row.dueMs === null || row.playedMs === null ? '' : `${secs(row.dueMs)} ${secs(row.playedMs)}`;
  return `${name.padEnd(12)}${where.padEnd(24)}${times}`.trimEnd();
}

function secs(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(2)} s`.padStart(10);
}
