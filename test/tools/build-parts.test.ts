import { describe, expect, it } from 'vitest';
import { countReport } from '../../tools/check/test-count.ts';
import { sizeComplaints, tightBudgets } from '../../tools/package/bundle-sizes.ts';
import { manifestEntries } from '../../tools/package/manifest-entries.ts';
import { phoneLocales, poText } from '../../tools/package/po-files.ts';
import { locales } from '../../utils/core/text/catalogues.ts';

describe('texts', () => {
  it('a catalogue keeps quotes and line breaks', () => {
    expect(poText({ 'say "hi"': 'a\nb' })).toBe('msgid "say \\"hi\\""\nmsgstr "a\\nb"\n');
  });

  it('a German catalogue is also written for Austria and Switzerland', () => {
    expect(phoneLocales('de-DE')).toEqual(expect.arrayContaining(['de-DE', 'de', 'de-AT', 'de-CH']));
  });

  it('every regional name stands for one catalogue', () => {
    const names = locales.flatMap(phoneLocales);
    expect(new Set(names).size).toBe(names.length);
  });

  it('a language without regions is written once', () => {
    expect(phoneLocales('fr-FR')).toEqual(['fr-FR']);
  });
});

it('every kind of module in a manifest counts as an entry', () => {
  const module = {
    page: { pages: ['page/a.page'] },
    'app-service': { services: ['app-service/helper'] },
    'secondary-widget': { widgets: [{ path: 'secondary-widget/glance' }] },
    'app-side': { path: 'app-side/index' },
  };
  expect(manifestEntries({ targets: { default: { module } } })).toEqual({
    device: ['app', 'page/a.page', 'app-service/helper', 'secondary-widget/glance'],
    phone: ['app-side'],
    sources: ['app', 'page/a.page', 'app-service/helper', 'secondary-widget/glance', 'app-side/index'],
  });
});

describe('sizes', () => {
  const measured = (bytes: number) => ({
    totalBytes: bytes,
    bundles: { 'app.bin': bytes },
    phoneBundles: {},
  });

  it('bundles within their budgets are not reported', () => {
    expect(sizeComplaints(measured(100), { 'app.bin': 100 })).toEqual([]);
  });

  it('a bundle over its budget is reported with the excess', () => {
    expect(sizeComplaints(measured(101), { 'app.bin': 100 })).toEqual([
      'app.bin has 101 bytes, 1 more than its budget of 100.',
    ]);
  });

  it('a budget above the ceiling does not raise the ceiling', () => {
    expect(sizeComplaints(measured(50_000), { 'app.bin': 60_000 })).toEqual([
      'app.bin has 50000 bytes, 848 more than its budget of 49152.',
    ]);
  });

  it('a bundle without a budget is reported', () => {
    expect(sizeComplaints({ totalBytes: 0, bundles: {}, phoneBundles: { 'new.js': 7 } }, {})).toEqual([
      'new.js has 7 bytes and no budget in size-budgets.json.',
    ]);
  });

  it('a budget without a bundle is reported', () => {
    expect(sizeComplaints({ totalBytes: 0, bundles: {}, phoneBundles: {} }, { 'app.bin': 100 })).toEqual([
      'size-budgets.json has a budget for app.bin, which is not packed.',
    ]);
  });

  it('bundles within their budgets can still be too much together, which is reported', () => {
    const sizes = { totalBytes: 494_593, bundles: {}, phoneBundles: {} };
    expect(sizeComplaints(sizes, {})).toEqual(['The watch gets 494593 bytes, more than 494592.']);
  });

  it('a new budget is a tenth above what is measured, and never above its ceiling', () => {
    const bundles = { 'app.bin': 48_000, 'page/home/index.page.bin': 100 };
    expect(tightBudgets({ totalBytes: 0, bundles, phoneBundles: { 'setting.js': 80_000 } })).toEqual({
      'app.bin': 49_152,
      'page/home/index.page.bin': 110,
      'setting.js': 88_000,
    });
  });
});

describe('counting tests', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numTotalTests: 6, testResults: [], success: false };

  it('the report gives the numbers of passed and failed tests', () => {
    expect(countReport(report)).toEqual({ passed: 5, failed: 1 });
  });

  it('a suite that could not be loaded counts as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countReport({ ...report, testResults })).toEqual({ passed: 5, failed: 2 });
  });

  it('a skipped test counts as a failure', () => {
    expect(countReport({ ...report, numTotalTests: 8 })).toEqual({ passed: 5, failed: 3 });
  });

  it('an error outside of any test counts as a failure', () => {
    expect(countReport({ ...report, numFailedTests: 0, numTotalTests: 5 })).toEqual({ passed: 5, failed: 1 });
  });

  it('an unreadable report counts as a failure', () => {
    expect(countReport([])).toEqual({ passed: 0, failed: 1 });
  });
});
