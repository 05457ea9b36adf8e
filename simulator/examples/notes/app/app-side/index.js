import { BaseSideService } from '@zeppos/zml/base-side';

/** Answers the watch with the notes that were written on the settings page. */
AppSideService(
  BaseSideService({
    onInit() {},
    onRequest(request, respond) {
      if (request.method !== 'list') {
        respond(`unknown method ${request.method}`);
        return;
      }
      respond(null, { notes: JSON.parse(settings.settingsStorage.getItem('notes') || '[]') });
    },
  }),
);
