import type { TestProject } from 'vitest/node';
import { startSimpul } from './simpul.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    demo: { url: string; password: string };
  }
}

/**
 * Starts the demonstration and reads the password it prints. While journeys are written, E2E_URL and E2E_PASSWORD
 * name a demonstration that runs already.
 */
export default async function startDemo(project: TestProject) {
  const { E2E_URL: known, E2E_PASSWORD: password } = process.env;
  if (known && password) {
    project.provide('demo', { url: known, password });
    return undefined;
  }
  const began = Date.now();
  const demo = await startSimpul([], /Simpul is ready: (\S+)[\s\S]*Password of every login: (\S+)/);
  project.provide('demo', { url: demo.url, password: demo.caught[0] ?? '' });
  console.log(
    `The demonstration was ready after ${((Date.now() - began) / 1000).toFixed(1)} s at ${demo.url}`,
  );
  return demo.stop;
}
