import { createHash } from 'node:crypto';
import type { BetterAuthPlugin, DBAdapter, DBTransactionAdapter, Where } from 'better-auth';

type Row = Record<string, unknown>;
type Methods = Omit<DBAdapter, 'transaction' | 'createSchema' | 'options' | 'id'>;

/** What lies in auth.session in place of the token. 256 random bits leave nothing to guess: a plain hash is enough. */
export const hashSessionToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

function hashWhere(where: Where[], seen: Map<string, string>): Where[] {
  const hashed = (token: unknown) => {
    const hash = hashSessionToken(String(token));
    seen.set(hash, String(token));
    return hash;
  };
  return where.map((w) =>
    w.field === 'token'
      ? { ...w, value: Array.isArray(w.value) ? w.value.map((v) => hashed(v)) : hashed(w.value) }
      : w,
  );
}

/** Hands back the token the caller asked with; a session found another way keeps its hash. */
const restore = <T>(row: T, seen: Map<string, string>): T => {
  const token = (row as Row | null)?.['token'];
  const raw = typeof token === 'string' ? seen.get(token) : undefined;
  return raw === undefined ? row : { ...row, token: raw };
};

function wrap(inner: Methods): Methods {
  const on = <D extends { model: string; where?: Where[] | undefined }>(data: D) => {
    const seen = new Map<string, string>();
    const asked =
      data.model === 'session' && data.where ? { ...data, where: hashWhere(data.where, seen) } : data;
    return { asked, seen };
  };
  return {
    create: async <T extends Row, R = T>(d: Parameters<Methods['create']>[0]): Promise<R> => {
      const token = (d.data as Row)['token'];
      if (d.model !== 'session' || typeof token !== 'string') return inner.create(d) as Promise<R>;
      const made = await inner.create({ ...d, data: { ...d.data, token: hashSessionToken(token) } });
      return { ...made, token } as unknown as R;
    },
    findOne: async <T>(d: Parameters<Methods['findOne']>[0]) => {
      const { asked, seen } = on(d);
      return restore(await inner.findOne<T>(asked), seen);
    },
    findMany: async <T>(d: Parameters<Methods['findMany']>[0]) => {
      const { asked, seen } = on(d);
      return (await inner.findMany<T>(asked)).map((row) => restore(row, seen));
    },
    update: async <T>(d: Parameters<Methods['update']>[0]) => {
      const { asked, seen } = on(d);
      return restore(await inner.update<T>(asked), seen);
    },
    consumeOne: async <T>(d: Parameters<Methods['consumeOne']>[0]) => {
      const { asked, seen } = on(d);
      return restore(await inner.consumeOne<T>(asked), seen);
    },
    incrementOne: async <T>(d: Parameters<Methods['incrementOne']>[0]) => {
      const { asked, seen } = on(d);
      return restore(await inner.incrementOne<T>(asked), seen);
    },
    count: (d) => inner.count(on(d).asked),
    updateMany: (d) => inner.updateMany(on(d).asked),
    delete: (d) => inner.delete(on(d).asked),
    deleteMany: (d) => inner.deleteMany(on(d).asked),
  };
}

/**
 * Keeps session tokens out of the database: better-auth 1.7 stores them as they are, so its adapter is wrapped
 * (docs/decisions/0012-sessions-hashed-in-the-adapter.md).
 */
export function hashSessionTokens() {
  return {
    id: 'hash-session-tokens',
    init: ({ adapter }) => ({
      context: {
        adapter: {
          ...adapter,
          ...wrap(adapter),
          transaction: <R>(work: (trx: DBTransactionAdapter) => Promise<R>) =>
            adapter.transaction((trx) => work({ ...trx, ...wrap(trx) })),
        },
      },
    }),
  } satisfies BetterAuthPlugin;
}
