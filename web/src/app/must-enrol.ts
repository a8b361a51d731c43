import type { Me } from '@simpul/contract/accounts/me';

/** In an office nothing else opens before the second factor is on (ACC-7); a demonstration does without. */
export const mustEnrol = (me: Pick<Me, 'secondFactor' | 'tenant'>): boolean =>
  !me.secondFactor && !me.tenant.demo;
