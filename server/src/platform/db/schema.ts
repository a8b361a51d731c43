/** Table types. Generated into db.gen.ts by `npm run docs`; modules see only this name. */
export type { DB } from '../../db.gen.ts';
