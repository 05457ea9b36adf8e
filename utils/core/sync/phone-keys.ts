/** Keys of the phone's storage that more than one side reads, each with its one writer. */

/** Lines that the service reports about itself, newest last. Writer: the service. */
export const PHONE_REPORTS_KEY = 'reports.phone';
/** Lines that the watch has reported. Writer: the service. */
export const WATCH_REPORTS_KEY = 'reports.watch';
/** The phone's preferences document. Writer: the service. */
export const PREFERENCES_KEY = 'preferences';
/** The document that the watch has last stated to have. Writer: the service. */
export const WATCH_PREFERENCES_KEY = 'preferences.watch';
/** There while a watch has not confirmed that it deleted its records too. Writer: the service. */
export const ERASE_KEY = 'erase.waiting';
