import { read } from '../route.ts';
import { DemoInfo, Me } from './me.ts';

export const accountsRoutes = {
  me: read({ path: '/accounts/me', permission: 'signed-in', summary: 'The signed-in person and what they may do' }).output(Me),
  demo: read({ path: '/demo', permission: 'public', summary: 'Logins of a demonstration' }).output(DemoInfo),
};
