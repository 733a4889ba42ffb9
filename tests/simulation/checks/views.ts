// Whatever a page was shown is what the fold says at that version, versions never go back, and in the end all are up to date.
import { compareVersions } from '@oneliner/shared';
import type { HostView, MeView, PeopleUpdate, Version } from '@oneliner/shared';
import type { RoomState } from '../../../server/src/game/state.ts';
import {
  hostPeople,
  hostView,
  meView,
  roomView,
  screenPeople,
  screenView,
  tally,
} from '../../../server/src/game/views.ts';
import type { Evening } from '../evening.ts';
import type { Page, Shown, ViewName } from '../page.ts';
import type { MakeCheck } from './check.ts';

const without = <V extends object>(view: V | null | undefined, ...names: (keyof V)[]): string =>
  JSON.stringify(view, (key, value: unknown) => (names.includes(key as keyof V) ? undefined : value));

/** The view that the fold gives, of the kind of `shown` and for whom it was. */
function due({ event, view }: Shown, state: RoomState, code: string): unknown {
  const ids = 'people' in view ? view.people.map(({ player }) => player) : [];
  const counts = { version: state.version, tally: tally(state) };
  switch (event) {
    case 'room':
      return roomView(state, code);
    case 'me':
      return meView(state, (view as MeView).player);
    case 'host':
      return hostView(state, code);
    case 'screen':
      return screenView(state, code);
    case 'host-people':
      return { ...counts, people: hostPeople(state, ids) };
    case 'screen-people':
      return { ...counts, people: screenPeople(state, ids) };
  }
}

/** Updates belong to the view they change. */
const familyOf = (event: ViewName): string => event.split('-')[0] ?? event;

function goesBack({ who, shown }: Page): string | null {
  const newest = new Map<string, Version>();
  for (const { event, view } of shown) {
    const before = newest.get(familyOf(event));
    if (before && compareVersions(view.version, before) < 0)
      return `${who}: ${event} went back from ${before.join('.')} to ${view.version.join('.')}`;
    newest.set(familyOf(event), view.version);
  }
  return null;
}

const tidied = <V extends Pick<HostView, 'people'> | Pick<PeopleUpdate, 'people'>>(
  view: V | null,
): V | null =>
  view && {
    ...view,
    people: view.people.filter(({ state }) => state !== 'gone').sort((a, b) => a.player - b.player),
  };

function upToDate(
  { phones, hosts, screens, network: { code } }: Evening,
  state: RoomState,
  say: (breach: string) => void,
): void {
  const compare = (who: string, shown: string, fold: string): void => {
    if (shown !== fold) say(`${who} shows ${shown} in the end, and not ${fold}`);
  };
  for (const { plan, page, player } of phones) {
    if (!page?.isOnline || player === 0) continue;
    compare(plan.name, without(page.latest('room'), 'version'), without(roomView(state, code), 'version'));
    const [me, fold] = [page.latest('me'), meView(state, player)];
    compare(plan.name, without(me, 'version', 'answer'), without(fold, 'version', 'answer'));
  }
  for (const { page, view } of hosts)
    compare(page.who, without(tidied(view), 'version'), without(tidied(hostView(state, code)), 'version'));
  for (const { page, view } of screens)
    compare(page.who, without(tidied(view), 'version'), without(tidied(screenView(state, code)), 'version'));
}

export const views: MakeCheck = (evening, say) => {
  const { code } = evening.network;
  const bySeq = new Map<number, { who: string; shown: Shown }[]>();
  for (const { who, shown } of evening.pages)
    for (const one of shown) {
      const seq = one.view.version[1];
      const others = bySeq.get(seq);
      if (others) others.push({ who, shown: one });
      else bySeq.set(seq, [{ who, shown: one }]);
    }
  return {
    see({ seq }, _outcome, state) {
      for (const { who, shown } of bySeq.get(seq) ?? []) {
        const [saw, fold] = [JSON.stringify(shown.view), JSON.stringify(due(shown, state, code))];
        if (saw !== fold) say(`${who} was shown ${shown.event} ${saw}, and not ${fold}`);
      }
    },
    end(state) {
      for (const page of evening.pages) {
        const breach = goesBack(page);
        if (breach) say(breach);
      }
      upToDate(evening, state, say);
    },
  };
};
