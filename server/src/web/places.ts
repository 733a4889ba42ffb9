// Places that are taken for as long as something is held open: so many for each caller, and so many for all together.

export interface Place {
  giveBack(): void;
}

export interface Places {
  /** A place for `key`, to be given back once; null when there is none, for it or for anybody. */
  take(key: string): Place | null;
}

export const createPlaces = (each: number, overall: number): Places => {
  const taken = new Map<string, number>();
  let all = 0;
  const add = (key: string, places: 1 | -1): void => {
    const held = (taken.get(key) ?? 0) + places;
    if (held === 0) taken.delete(key);
    else taken.set(key, held);
    all += places;
  };
  return {
    take(key) {
      if (all >= overall || (taken.get(key) ?? 0) >= each) return null;
      add(key, 1);
      return {
        giveBack() {
          add(key, -1);
        },
      };
    },
  };
};
