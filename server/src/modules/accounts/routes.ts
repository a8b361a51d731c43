import { accountsRoutes as contract } from '@simpul/contract/accounts/routes';
import { bind, bindOpen } from '../../platform/http/bind.ts';
import { getDemoInfo } from './demo.ts';
import { getMe } from './reads.ts';

export const accountsRouter = {
  me: bind(contract.me, (ctx) => getMe(ctx)),
  demo: bindOpen(contract.demo, (ctx) => getDemoInfo(ctx)),
};
