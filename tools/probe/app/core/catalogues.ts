/** The probe speaks English alone, in its own code: no texts for the platform's catalogues but the name. */
export const locales: readonly string[] = ['en-US'];
export const watchTexts = { 'en-US': { appName: 'Iliacus Probe' } };
export const phoneLocaleKey = 'iliacus-probe.locale';
