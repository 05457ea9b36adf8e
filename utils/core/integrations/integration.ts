/** The integrations: places outside the phone that take finished sessions ("other places" to people). */

export const INTEGRATIONS = ['webhook', 'intervals'] as const;
export type IntegrationId = (typeof INTEGRATIONS)[number];
