// What the server under test says of itself at its metrics' port: how late its event loop was over a while.

const BUCKET = /^oneliner_event_loop_lag_seconds_bucket\{le="([^"]+)"\} (\d+)$/gm;

/** How many of the samples so far were at most so many ms, by those ms. */
const buckets = async (url: string): Promise<Map<number, number>> => {
  const text = await (await fetch(url)).text();
  return new Map(
    Array.from(text.matchAll(BUCKET), ([, le, count]) => [
      le === '+Inf' ? Infinity : Number(le) * 1000,
      Number(count),
    ]),
  );
};

/** Begins to watch. `percentile` gives the bound of the bucket, in ms, in which that share of the samples since then was. */
export const lagOf = async (url: string) => {
  const before = await buckets(url);
  return {
    async percentile(share: number): Promise<number> {
      const since = [...(await buckets(url))].map(
        ([most, count]) => [most, count - (before.get(most) ?? 0)] as const,
      );
      const all = since.at(-1)?.[1] ?? 0;
      return since.find(([, count]) => count >= share * all)?.[0] ?? Infinity;
    },
  };
};
