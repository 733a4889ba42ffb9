// What `npm run forge -- FILE` may be told.
import { parseArgs } from 'node:util';

export interface Wanted {
  file: string;
  isJson: boolean;
  seed: string;
}

/** What was asked for, or null where it cannot be understood. */
export function readArguments(words: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, seed: { type: 'string', default: '' } },
    });
    const [file, ...others] = positionals;
    return file !== undefined && others.length === 0
      ? { file, isJson: values.json, seed: values.seed }
      : null;
  } catch {
    return null;
  }
}
