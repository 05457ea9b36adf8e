// cspell:disable: red flags in four languages
/** How long it takes to read the first run aloud, and whether the safety pages still have every red flag. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../../utils/core/text/watch-catalogues.ts';
import { type WatchKey, watchEn } from '../../../utils/core/text/watch-en.ts';

/**
 * How many letters, or Chinese characters, native speakers of 18 to 35 years read aloud in one minute, without blanks. It is the mean less
 * one standard deviation, so that five of six such readers are as fast: 987 − 118, 920 − 86, and 255 − 29.
 *
 * The study is Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual Science 53(9), 2012, doi:10.1167/iovs.11-8284. Its
 * abstract gives the averages (aloud, 17 languages: 863 ± 234 characters and 184 ± 29 words a minute). The table by language comes from a
 * reprint (irisreading.com, "Average reading speed in various languages"), which ends at Polish. Spanish therefore has the lowest number
 * for Latin letters in it, 916 − 126.
 */
const SIGNS_A_MINUTE: Readonly<Record<string, number>> = {
  'en-US': 869,
  'de-DE': 834,
  'es-ES': 790,
  'zh-CN': 226,
};

const keysOf = (start: string): readonly WatchKey[] =>
  (Object.keys(watchEn) as WatchKey[]).filter((key) => key.startsWith(start));

/**
 * Every text on the pages of the first run of a wearer with a hook, who reads the most. The cues of the feel test are felt and not read.
 */
const PAGES: readonly WatchKey[] = [
  ...keysOf('safety.'),
  ...keysOf('setup.'),
  ...(['help.find', 'help.find.body', 'help.hook', 'help.hook.body'] as const),
  ...(['help.handle', 'help.handle.body', 'help.next'] as const),
  ...(['feel.title', 'feel.intro', 'feel.start', 'feel.later', 'feel.helper.intro'] as const),
  ...(['card.title', 'card.short', 'card.begin', 'card.press', 'card.minimum'] as const),
  ...([
    'card.long',
    'card.spot',
    'card.side',
    'card.step',
    'card.easing.title',
    'card.easing.body',
    'card.go',
  ] as const),
  ...keysOf('helper.'),
];

/** The words of each language for the signs to stop at, and for the reasons to ask first (the safety pages). */
const RED_FLAGS: Readonly<Record<string, readonly RegExp[]>> = {
  'en-US': [
    ...[/cannot breathe slowly/, /numbness/, /tingling/, /a pulse under the ball/, /sharp/, /spreading pain/],
    ...[/roll off first/, /groin pain/i, /every step/, /hopping/, /at night/, /limp/, /recent fall/],
    ...[/pregnan/i, /hip or abdominal surgery/, /hip replacement/i, /hernia/, /osteoporosis/i],
    ...[/blood thinners/i, /clots/, /aneurysm/, /acute belly pain/i, /not medical advice/],
  ],
  'de-DE': [
    ...[/nicht ruhig atmen/, /Taubheit/, /Kribbeln/, /Puls unter dem Ball/, /stechend/, /ausstrahlend/],
    ...[/erst vom Ball/, /Leistenschmerz/, /jedem Schritt/, /Hüpfen/, /nachts/, /Hinken/, /Sturz/],
    ...[/Schwangerschaft/, /Hüft- oder Bauch-OP/, /Künstliche Hüfte/, /Hernie/, /Osteoporose/],
    ...[/Blutverdünner/, /Thrombosen/, /Aneurysma/, /Akuter Bauchschmerz/, /kein ärztlicher Rat/],
  ],
  'es-ES': [
    ...[/no puedes respirar despacio/, /entumecimiento/, /hormigueo/, /pulso bajo la pelota/, /punzante/],
    ...[/se extiende/, /bájate/, /ingle/, /cada paso/, /saltar/, /de noche/, /cojera/i, /caída reciente/],
    ...[/embarazo/i, /cirugía reciente de cadera o abdomen/i, /prótesis/i, /hernia/, /osteoporosis/i],
    ...[/anticoagulantes/i, /trombosis/, /aneurisma/, /abdominal agudo/, /no es un consejo médico/i],
  ],
  'zh-CN': [
    ...[
      /无法缓慢呼吸/,
      /麻木/,
      /针刺感/,
      /球下有脉搏/,
      /锐痛/,
      /扩散的疼痛/,
      /滚开/,
      /腹股沟疼痛/,
      /每走一步/,
    ],
    ...[/单脚跳/, /夜间/, /跛行/, /跌倒/, /怀孕/, /髋部或腹部手术/, /人工髋关节/, /疝气/, /骨质疏松/],
    ...[/抗凝药/, /血栓/, /动脉瘤/, /急性腹痛/, /不是医疗建议/],
  ],
};

describe.each(locales)('in %s', (locale) => {
  const texts = watchTexts[locale];

  it('the first run can be read aloud in under two minutes', () => {
    const signs = PAGES.reduce((sum, key) => sum + texts[key].replace(/[\s\p{P}]/gu, '').length, 0);
    const minutes = signs / (SIGNS_A_MINUTE[locale] ?? 0);
    expect(minutes).toBeGreaterThan(0.5);
    expect(minutes).toBeLessThan(2);
  });

  it('every red flag is on a safety page', () => {
    const safety = keysOf('safety.')
      .map((key) => texts[key])
      .join('\n');
    expect(RED_FLAGS[locale]).toHaveLength(23);
    expect(RED_FLAGS[locale]?.filter((flag) => !flag.test(safety))).toEqual([]);
  });
});
