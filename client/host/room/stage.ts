// What every part of the running page is given: the newest view, the room's time, and a way to give commands.
import type { HostCommand, HostView } from '@oneliner/shared';
import type { Now } from '../../src/now.svelte.ts';

/** Gives a command; resolves to whether it was accepted. */
export type Give = (command: HostCommand) => Promise<boolean>;

export interface RoomProps {
  view: HostView;
  now: Now;
  give: Give;
}
