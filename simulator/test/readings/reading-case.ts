/** A small app that behaves differently under each value of an assumption. */
import type { SimulationOptions } from '../../src/engine/types.ts';
import type { MiniApp } from '../support/mini-app.ts';

export interface ReadingCase {
  readonly app: MiniApp;
  readonly script: string;
  readonly options?: Partial<SimulationOptions>;
  /** What the app prints, and then what the motor runs (`"CONTINUOUS 100"`), under each value. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
}

/** Cases by the name of the assumption. */
export type ReadingCases = Readonly<Record<string, ReadingCase>>;

/** A page of this source that is open at the start. */
export const page = (source: string): MiniApp => ({ pages: { 'page/home': source } });

/** Options of a watch whose wearer has agreed to services. */
export const granted: Partial<SimulationOptions> = { backgroundConsent: 'granted' };

/** An app whose page starts `service/one` as it is built. */
export const withService = (
  service: string,
  afterStart = '',
  build = `zos('app-service').start({ file: 'service/one' });`,
): MiniApp => ({
  pages: { 'page/home': `Page({ build() { ${build} ${afterStart} } })` },
  services: { 'service/one': service },
});
