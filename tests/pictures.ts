// `npm run pictures`: plays the whole game in the browser once more and keeps its pictures under tests/browser/pictures.
import { run } from './run/command.ts';

process.env['PICTURES'] = 'write';
const isFine =
  run('npm run --silent build') &&
  run('vitest run --config tests/vitest.config.ts --project browser whole-game');
process.exitCode = isFine ? 0 : 1;
