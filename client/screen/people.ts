// Takes the small updates of the lobby and of the counts into the view they belong to.
import { mergePeople } from '@oneliner/shared';
import type { PeopleUpdate, ScreenView } from '@oneliner/shared';

/** The view with the update in it; people matter in the lobby only. */
export const withUpdate = (view: ScreenView, update: PeopleUpdate): ScreenView => ({
  ...view,
  tally: update.tally,
  people: view.phase.name === 'lobby' ? mergePeople(view.people, update.people) : view.people,
});
