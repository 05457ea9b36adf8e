/**
 * Draws the vibration strip: each pulse of the motor as a bar on a time axis that ends now. The height of a bar stands for the
 * strength of the pulse, its width for the length.
 */
import type { Pulse } from '../engine/types.ts';
import { fontOf } from './fonts.ts';
import type { Surface } from './surface.ts';

/** The colours of a strip, as CSS. */
export interface StripColors {
  readonly background: string;
  readonly axis: string;
  readonly text: string;
  readonly pulse: string;
  /** Colour of a pulse that has not ended. */
  readonly running: string;
}

/** A label above the bars, which begins at a virtual uptime in ms. */
export interface StripLabel {
  readonly atMs: number;
  readonly text: string;
}

/** What a strip shows, and its size. */
export interface StripDrawing {
  readonly pulses: readonly Pulse[];
  /** Labels in order of time. A label that would overlap the next one is left out. */
  readonly labels?: readonly StripLabel[];
  /** Virtual uptime at the right edge, ms. */
  readonly nowMs: number;
  /** How much virtual time the strip shows, ms. */
  readonly spanMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colors: StripColors;
}

/** Width of the thinnest bar, px, so that a pulse of 20 ms is visible in a strip of a minute. */
const THINNEST_PX = 2;
/** Possible distances of ticks on the axis, ms. */
const TICK_STEPS_MS = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 300_000, 600_000];

/** Relative height of a bar, 0 to 1, by the platform's name of the vibration. */
export function strengthOf(type: string): number {
  if (/STRONG|HIGH|URGENT|TIMER|CALL/.test(type)) return 1;
  if (/LIGHT|LOW|WEAK|SHORT_LIGHT/.test(type)) return 0.5;
  return 0.75;
}

/** Distance of the ticks on the axis, ms: the smallest at which they are 70 px apart. */
export function tickStepMs(spanMs: number, widthPx: number): number {
  const least = (spanMs * 70) / Math.max(1, widthPx);
  return TICK_STEPS_MS.find((step) => step >= least) ?? 3_600_000;
}

/** Formats a time as `m:ss`, or as `m:ss.t` with tenths of a second. */
export function clockText(ms: number, withTenths = false): string {
  const minutes = Math.floor(ms / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const whole = withTenths ? seconds.toFixed(1) : String(Math.floor(seconds));
  return `${minutes}:${seconds < 10 ? '0' : ''}${whole}`;
}

function drawAxis(surface: Surface, drawing: StripDrawing, baseY: number): void {
  const { nowMs, spanMs, widthPx, colors } = drawing;
  const stepMs = tickStepMs(spanMs, widthPx);
  const startMs = nowMs - spanMs;
  surface.fillStyle = colors.axis;
  surface.fillRect(0, baseY, widthPx, 1);
  surface.font = fontOf(11);
  surface.textAlign = 'center';
  surface.textBaseline = 'top';
  for (let at = Math.max(0, Math.ceil(startMs / stepMs) * stepMs); at <= nowMs; at += stepMs) {
    const x = ((at - startMs) / spanMs) * widthPx;
    surface.fillStyle = colors.axis;
    surface.fillRect(x, baseY, 1, 5);
    surface.fillStyle = colors.text;
    if (x > 18 && x < widthPx - 18) surface.fillText(clockText(at, stepMs < 1000), x, baseY + 6);
  }
}

/** Height that the labels take above the bars, px. */
const LABELS_PX = 16;
/** Room that a letter of a label takes at most, px. */
const LETTER_PX = 7;

function drawLabels(surface: Surface, { labels = [], nowMs, spanMs, widthPx, colors }: StripDrawing): void {
  surface.font = fontOf(12);
  surface.textAlign = 'left';
  surface.textBaseline = 'top';
  surface.fillStyle = colors.text;
  const xOf = (atMs: number): number => ((atMs - (nowMs - spanMs)) / spanMs) * widthPx;
  // The loop goes back from the newest label, so that the newer ones stay if there is not room for all.
  let endX = widthPx;
  for (let at = labels.length - 1; at >= 0; at--) {
    const label = labels[at];
    if (label === undefined || label.text === '' || label.atMs > nowMs) continue;
    const widthOfLabel = label.text.length * LETTER_PX;
    const x = Math.min(xOf(label.atMs), widthPx - widthOfLabel - 4);
    if (x < 0) return;
    if (x + widthOfLabel > endX) continue;
    surface.fillText(label.text, x, 2);
    endX = x - LETTER_PX;
  }
}

/** Draws the strip at the origin of the surface. */
export function drawStrip(surface: Surface, drawing: StripDrawing): void {
  const { pulses, nowMs, spanMs, widthPx, heightPx, colors } = drawing;
  const baseY = heightPx - 22;
  const startMs = nowMs - spanMs;
  surface.fillStyle = colors.background;
  surface.fillRect(0, 0, widthPx, heightPx);
  drawAxis(surface, drawing, baseY);
  const topPx = drawing.labels === undefined ? 8 : LABELS_PX + 4;
  drawLabels(surface, drawing);
  for (let index = pulses.length - 1; index >= 0; index--) {
    const pulse = pulses[index];
    if (pulse === undefined) continue;
    const running = !(pulse.offMs < nowMs);
    const offMs = Math.min(nowMs, pulse.offMs);
    if (offMs < startMs) break;
    const x = ((pulse.onMs - startMs) / spanMs) * widthPx;
    const w = Math.max(THINNEST_PX, ((offMs - pulse.onMs) / spanMs) * widthPx);
    const h = (baseY - topPx) * strengthOf(pulse.type);
    surface.fillStyle = running ? colors.running : colors.pulse;
    surface.beginPath();
    surface.roundRect(x, baseY - h, w, h, Math.min(3, w / 2));
    surface.fill();
  }
}
