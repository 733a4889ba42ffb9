// HTTP requests of all manners: those of our own pages, nearly those, and what never was HTTP.
import type { Dice } from '../simulation/dice.ts';

const METHODS: [string, ...string[]] = [
  'GET',
  'GET',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'QUERY',
];
const PATHS: [string, ...string[]] = [
  '/',
  '/host',
  '/screen/ABCDEF',
  '/api/documents',
  '/api/documents/u-0',
  '/api/documents/__proto__',
  '/api/documents/%00',
  '/api/documents/%E0%A4%A',
  '/api/documents?name=%FF&name=x&__proto__[a]=1',
  '/api/rooms',
  '/api/here',
  '/api/nothing',
  '/assets/../../server/src/main.ts',
  '/assets/%2e%2e/%2e%2e/package.json',
  '//evil.example/',
  '/..%5c..%5cpackage.json',
  '/socket.io/',
  '/socket.io/?EIO=4&transport=polling',
  '/socket.io/?EIO=3&transport=websocket',
  '/socket.io/?EIO=4&transport=websocket&sid=none',
  '/healthz',
  '/readyz',
  `/${'x'.repeat(6000)}`,
  '*',
  'http://127.0.0.1/api/here',
];
const TYPES: [string, ...string[]] = [
  'application/json',
  'text/markdown',
  'text/plain',
  'application/octet-stream',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-99',
  'application/x-www-form-urlencoded',
  'nonsense',
  '',
];
const BODIES: [string, ...string[]] = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"__proto__":{"a":1}}',
  `${'['.repeat(8000)}`,
  `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
  'x'.repeat(40_000),
  '\u0000\u0001\ufffe',
  '# A document\n\n## Entry\n\nA thing that is one line.\n',
  `# T\n\n${'- [x] '.repeat(2000)}`,
];
const ODD_HEADERS: [string, ...string[]] = [
  '',
  '',
  '',
  'Origin: https://evil.example',
  'Origin: null',
  'Expect: 100-continue',
  'Expect: nonsense',
  'Transfer-Encoding: chunked',
  'Content-Encoding: gzip',
  'Content-Length: -1',
  'Content-Length: 99999999999',
  'X-Forwarded-For: 1.2.3.4, , __proto__',
  'Range: bytes=-1--5,9-',
  'If-None-Match: *',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Upgrade: h2c\r\nConnection: Upgrade',
  `X-Long: ${'y'.repeat(20_000)}`,
  Array.from({ length: 300 }, (_, index) => `X-${index}: z`).join('\r\n'),
  `Cookie: ${'a=b; '.repeat(1000)}`,
  'Host: [::1',
  'Host: \u00ff\u00fe',
];

/** One request as text. `isWhole`: it ends, so that an answer will come. */
export const drawRequest = (
  dice: Dice,
  port: number,
  json: () => string,
): { text: string; isWhole: boolean } => {
  const body = dice.chance(0.4) ? json() : dice.pick(BODIES);
  const odd = dice.pick(ODD_HEADERS);
  const hasOwnLength = /^(Content-Length|Transfer)/.test(odd);
  const lines = [
    `${dice.pick(METHODS)} ${dice.pick(PATHS)} HTTP/1.1`,
    ...(odd.startsWith('Host') ? [] : [`Host: 127.0.0.1:${port}`]),
    ...(odd.startsWith('Origin') ? [] : [`Origin: http://127.0.0.1:${port}`]),
    `Content-Type: ${dice.pick(TYPES)}`,
    ...(hasOwnLength ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ...(odd === '' ? [] : [odd]),
    ...(odd.includes('Connection') ? [] : ['Connection: close']),
  ];
  const text = `${lines.join('\r\n')}\r\n\r\n${body}`;
  if (dice.chance(0.85)) return { text, isWhole: !hasOwnLength };
  return { text: text.slice(0, dice.whole(1, text.length - 1)), isWhole: false };
};
