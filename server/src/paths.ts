// Where the files of the project lie, found from this one place, so that a bundle can put them elsewhere.
import { fileURLToPath } from 'node:url';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export const paths = {
  /** The folder that everything else lies in; relative settings are meant from here. */
  root: at('../../'),
  /** The documents that ship with the game. */
  documents: at('../../content/documents/'),
  /** The built pages. */
  client: at('../../client/dist/'),
} as const;
