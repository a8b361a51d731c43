/** Values, parts of addresses, headers and bodies that no well-behaved client sends. */
import fc from 'fast-check';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\uD800',
    '\u202E',
    "'; drop table clearing.pair; --",
    '%',
    '_',
    '../../etc/passwd',
    '${7*7}',
    '<script>alert(1)</script>',
    '=1+1',
    '__proto__',
    'constructor',
    'NaN',
    '2024-02-30',
    '9999-99-99',
    '2024-Q9',
    '64.03',
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.constantFrom(5_000, 70_000).map((n) => 'x'.repeat(n)),
);
/** Anything JSON can say, nested and oddly keyed. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      [],
      {},
      -1,
      0,
      0.5,
      2 ** 31,
      2 ** 53,
      -(2 ** 63),
      1e300,
      [[]],
      [null],
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3, noUnicodeString: false }) },
  { weight: 1, arbitrary: fc.dictionary(text, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 4 }) },
);

/** Parts of an address that are not even well written. */
export const oddPart = fc.constantFrom(
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%00',
  '%zz',
  '%',
  '%ff%fe',
  '.',
  ';x=1',
  '%252e%252e',
  'x'.repeat(299),
  'x'.repeat(2000),
);
export const oddQuery = fc.constantFrom(
  'limit=1&limit=2',
  'limit[]=1',
  'limit[a][b]=1',
  'cursor=eyJhIjoxfQ',
  'cursor=%00',
  'cursor=x',
  '__proto__[x]=1',
  'constructor.prototype=1',
  '&&==&',
  'q=%',
  'q=%zz',
  'sort=1;drop',
  '?',
);
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((c) => String.fromCharCode(c)),
  maxLength: 30,
});
export const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'x-agency',
          'x-purpose',
          'idempotency-key',
          'authorization',
          'cookie',
          'if-match',
          'accept',
          'accept-language',
          'x-request-id',
          'x-forwarded-for',
          'x-forwarded-host',
          'x-http-method-override',
          'origin',
          'range',
          'transfer-encoding',
          'sec-fetch-site',
        ),
        fc.oneof(
          headerText,
          fc.constantFrom(
            'none',
            'clearing.review',
            'Bearer ',
            'Bearer x',
            'x'.repeat(4000),
            '__proto__',
            '🙂'.slice(0, 0),
          ),
        ),
      )
      .map(([name, value]) => ({ [name]: value })),
  },
);
export const contentTypes = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/html',
  'application/xml',
  'application/json/x',
  'x',
] as const;
export const brokenJson = fc.constantFrom(
  '{',
  '{"a":',
  '[1,',
  '\0',
  '"',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{}}}',
  'nul',
  '\uFEFF{}',
  '{"a":1}{"b":2}',
  '['.repeat(3000),
  `{"a":${'9'.repeat(500)}}`,
  '{"version":1e999}',
);
export const multipart = fc.constantFrom(
  '--x\r\n',
  '--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="../../a"\r\n\r\nabc\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n%PDF-1.7\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  `--x\r\n${'a: b\r\n'.repeat(300)}\r\n--x--`,
);
