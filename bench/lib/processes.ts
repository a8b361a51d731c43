/** Memory of a process and all it started, from Linux' own accounts. */
import fs from 'node:fs';

export const canMeasureMemory = (): boolean => fs.existsSync('/proc/self/smaps_rollup');

const parentOf = (pid: string): number => {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

/** The process and its descendants. */
export function tree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(Number(pid), parentOf(pid));
    } catch {
      // It ended meanwhile.
    }
  }
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function kiloBytes(file: string, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(fs.readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Megabytes: pages that several processes share count once (PSS). */
export const proportional = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + kiloBytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) / 1024;

/** Megabytes of memory in use, and the most there ever was. */
export const resident = (pid: number): number => kiloBytes(`/proc/${pid}/status`, 'VmRSS') / 1024;
export const peakResident = (pid: number): number => kiloBytes(`/proc/${pid}/status`, 'VmHWM') / 1024;

/** Seconds of processor time that a process, all it started and all that ended among them have used. */
export function processorSeconds(root: number): number {
  const ticks = tree(root).reduce((sum, pid) => {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return sum + [11, 12, 13, 14].reduce((own, at) => own + Number(fields[at]), 0);
    } catch {
      return sum;
    }
  }, 0);
  // Linux counts in hundredths of a second wherever Node runs.
  return ticks / 100;
}
