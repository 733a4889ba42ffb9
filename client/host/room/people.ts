// The people of a room as the small updates change them.
import type { HostPerson, PlayerId } from '@oneliner/shared';

/** The people of a view with those who changed replaced or added, in the order they joined. */
export function merged(people: HostPerson[], changed: HostPerson[]): HostPerson[] {
  const byPlayer = new Map(people.map((person) => [person.player, person]));
  for (const person of changed) byPlayer.set(person.player, person);
  return [...byPlayer.values()].sort((a, b) => a.player - b.player);
}

/** The newest `count` of those who are not chosen yet, so that choosing again takes the next. */
export const newest = (
  people: readonly HostPerson[],
  chosen: ReadonlySet<PlayerId>,
  count: number,
): HostPerson[] => people.filter(({ player }) => !chosen.has(player)).slice(-count);

/** The first to join of the chosen ones, and everybody who joined after. */
export const sinceFirst = (people: readonly HostPerson[], chosen: ReadonlySet<PlayerId>): HostPerson[] => {
  const first = people.findIndex(({ player }) => chosen.has(player));
  return first === -1 ? [] : people.slice(first);
};
