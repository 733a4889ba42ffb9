// Which of the three pages stands under which address.
import { isCode, tidyCode } from '@oneliner/shared';

export type PageName = 'play' | 'host' | 'screen';

/** The page under a path: `/` and `/CODE`, `/host` and `/host/CODE`, `/screen` and `/screen/CODE`; no other has one. */
export const pageOf = (path: string): PageName | null => {
  const [first = '', second = '', ...rest] = path.split('/').slice(1);
  if (rest.length > 0) return null;
  if (first === 'host' || first === 'screen') return second === '' || isCode(tidyCode(second)) ? first : null;
  return second === '' && (first === '' || isCode(tidyCode(first))) ? 'play' : null;
};
