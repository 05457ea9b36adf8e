/** The app's notifications in the notification centre, by id. */
export interface Notifications {
  readonly ids: readonly number[];
  /** Adds a notification and returns its id. */
  add(): number;
  remove(ids: readonly number[]): void;
}

export function createNotifications(): Notifications {
  let ids: number[] = [];
  let last = 0;
  return {
    get ids() {
      return ids;
    },
    add() {
      last += 1;
      ids.push(last);
      return last;
    },
    remove(gone) {
      ids = ids.filter((id) => gone.indexOf(id) < 0);
    },
  };
}
