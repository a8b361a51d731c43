import type { Notice } from '@simpul/contract/accounts/notice';
import { expect, test } from 'vitest';
import en from '../../i18n/en/accounts.json' with { type: 'json' };
import id from '../../i18n/id/accounts.json' with { type: 'json' };
import { noticeKinds } from '@simpul/contract/accounts/notice';
import { shownNotices, wordsKey } from './notice-words.ts';

const notice = (n: Partial<Notice>): Notice => ({
  id: 'x',
  kind: 'recovery_made',
  at: '2026-11-25T02:00:00Z',
  own: false,
  personId: null,
  approve: false,
  ...n,
});

test('ACC-35 what waits for approval comes first and is not put aside with the rest', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => notice({ id: name, approve: name === 'f' }));
  const { shown, more, ids } = shownNotices([...all, notice({ id: 'g', own: true })]);
  expect(shown.map((n) => n.id)).toEqual(['f', 'g', 'a', 'b', 'c']);
  expect(more).toBe(2);
  expect(ids).toEqual(['g', 'a', 'b', 'c']);
});

test('every notice has words in both languages', () => {
  const textAt = (words: unknown, key: string) =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words);
  for (const kind of noticeKinds)
    for (const own of kind === 'invitation_made' ? [false] : [true, false])
      for (const words of [id.notice, en.notice])
        expect(textAt(words, wordsKey(notice({ kind, own }))), `${kind} ${own}`).toEqual(expect.any(String));
});
