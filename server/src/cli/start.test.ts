import { once } from 'node:events';
import net from 'node:net';
import { expect, test } from 'vitest';
import { hostOf, requireFree } from './start.ts';

test('a demonstration listens on this machine only, whatever the environment says', () => {
  const env = { SIMPUL_HOST: '0.0.0.0' };
  expect(hostOf('demo', env)).toBe('127.0.0.1');
  expect(hostOf('office', env)).toBe('0.0.0.0');
  expect(hostOf('office', {})).toBe('127.0.0.1');
});

test('a taken port is said at once, with another one', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as net.AddressInfo;
  await expect(requireFree(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is taken by another program. Choose another one: --port ${port + 1}`,
  );
  await new Promise((closed) => other.close(closed));
  await requireFree(port, '127.0.0.1');
});
