import os from 'node:os';

/** What a reader needs to judge the figures; nothing that names the machine. */
export const machine = () => ({
  cores: os.availableParallelism(),
  processor: os.cpus()[0]?.model.trim() ?? 'unknown',
  memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  system: `${os.type()} ${os.arch()}`,
  node: process.version,
  load: os
    .loadavg()
    .map((l) => l.toFixed(1))
    .join(' '),
});

export const machineLine = (m = machine()): string =>
  `${m.cores} cores (${m.processor}), ${m.memoryGiB} GiB, ${m.system}, Node ${m.node}, load before ${m.load}`;
