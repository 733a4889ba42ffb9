// Takes the small updates of the lobby and of the counts into the view they belong to.
import type { PeopleUpdate, Person, ScreenView } from '@oneliner/shared';

const merged = (people: Person[], changes: Person[]): Person[] => {
  const byPlayer = new Map(people.map((person) => [person.player, person]));
  for (const person of changes) byPlayer.set(person.player, person);
  return [...byPlayer.values()].filter((person) => person.state !== 'gone');
};

/** The view with the update in it; people matter in the lobby only. */
export const withUpdate = (view: ScreenView, update: PeopleUpdate): ScreenView => ({
  ...view,
  tally: update.tally,
  people: view.phase.name === 'lobby' ? merged(view.people, update.people) : view.people,
});
