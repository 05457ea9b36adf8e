/** The notification centre's list of this app's notifications, by id. */
export interface Notifications {
  readonly ids: readonly number[];
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
