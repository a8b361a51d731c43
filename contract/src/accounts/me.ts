import { z } from 'zod';
import { P0, P1 } from '../field.ts';

/** The signed-in person, the tenant, and what the roles of the chosen agency allow. */
export const Me = z.object({
  user: z.object({ id: P1(z.string()), name: P1(z.string()), email: P1(z.string().nullable()) }),
  tenant: z.object({
    code: P0(z.string()),
    name: P0(z.string()),
    zone: P0(z.string()),
    demo: P0(z.boolean()),
  }),
  agency: P1(z.object({ id: P1(z.string()), name: P1(z.string()) }).nullable()),
  roles: P1(z.array(z.string())),
  capabilities: P1(z.array(z.string())),
  grants: z.array(
    z.object({
      role: P1(z.string()),
      agencyId: P1(z.string().nullable()),
      agencyCode: P1(z.string().nullable()),
      agencyName: P1(z.string().nullable()),
    }),
  ),
  secondFactor: P1(z.boolean()),
});
export type Me = z.infer<typeof Me>;

/** What the sign-in page of a demonstration may show; an office answers `demo: false` and nothing else. */
export const DemoInfo = z.object({
  demo: P0(z.boolean()),
  logins: z.array(z.object({ role: P0(z.string()), label: P0(z.string()), email: P0(z.string()) })),
  totp: z.array(z.object({ email: P0(z.string()), code: P0(z.string()) })),
});
export type DemoInfo = z.infer<typeof DemoInfo>;
