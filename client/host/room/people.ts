// The people of a room as the small updates change them.
import type { HostPerson } from '@oneliner/shared';

/** The people of a view with those who changed replaced or added, in the order they joined. */
export function merged(people: HostPerson[], changed: HostPerson[]): HostPerson[] {
  const byPlayer = new Map(people.map((person) => [person.player, person]));
  for (const person of changed) byPlayer.set(person.player, person);
  return [...byPlayer.values()].sort((a, b) => a.player - b.player);
}
