/** `@zos/settings`: language, formats, units and modes of the watch. */
import { MODES } from '../environment.ts';
import { moduleOf, type ZosContext } from './context.ts';

/** Languages by the number that getLanguage returns (reference/related-resources/language-list.mdx). */
const LANGUAGES = [
  'zh-CN zh-TW en-US es-ES ru-RU ko-KR fr-FR de-DE id-ID pl-PL it-IT ja-JP th-TH ar-EG vi-VN pt-PT nl-NL tr-TR',
  'uk-UA iw-IL pt-BR ro-RO cs-CZ el-GR sr-RS ca-ES fi-FI nb-NO da-DK sv-SE hu-HU ms-MY sk-SK hi-IN',
]
  .join(' ')
  .split(' ');
const ENGLISH = 2;

export function settingsModule(context: ZosContext): unknown {
  const { environment, device } = context.world;
  return moduleOf(context, '@zos/settings', {
    DATE_FORMAT_YMD: ['2.0', 0],
    DATE_FORMAT_DMY: ['2.0', 1],
    DATE_FORMAT_MDY: ['2.0', 2],
    TIME_FORMAT_12: ['2.1', 0],
    TIME_FORMAT_24: ['2.1', 1],
    DISTANCE_UNIT_METRIC: ['2.0', 0],
    DISTANCE_UNIT_IMPERIAL: ['2.0', 1],
    WEIGHT_UNIT_KILOGRAM: ['2.0', 0],
    WEIGHT_UNIT_JIN: ['2.0', 1],
    WEIGHT_UNIT_POUND: ['2.0', 2],
    WEIGHT_UNIT_STONE: ['2.0', 3],
    TEMPERATURE_UNIT_CENTIGRADE: ['2.1', 0],
    TEMPERATURE_UNIT_FAHRENHEIT: ['2.1', 1],
    getLanguage: [
      '2.0',
      () => {
        const index = LANGUAGES.indexOf(environment.watchLocale);
        return index < 0 ? ENGLISH : index;
      },
    ],
    getDateFormat: ['2.0', () => 0],
    getTimeFormat: ['2.1', () => (environment.hourFormat === 24 ? 1 : 0)],
    getDistanceUnit: ['2.0', () => 0],
    getWeightUnit: ['2.0', () => 0],
    getWeightTarget: ['2.0', () => 0],
    getSleepTarget: ['2.0', () => 480],
    getTemperatureUnit: ['2.1', () => 0],
    getSystemInfo: [
      '2.1',
      () => ({ osVersion: device.osVersion, firmwareVersion: '0.0.0.0', minAPI: device.apiLevel }),
    ],
    getSystemMode: [
      '3.0',
      () => {
        const modes: Record<string, boolean> = {};
        for (const mode of MODES) modes[mode] = environment.modes[mode] === true;
        return modes;
      },
    ],
  });
}
