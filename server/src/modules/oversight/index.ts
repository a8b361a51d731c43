export { oversightRouter } from './routes.ts';
