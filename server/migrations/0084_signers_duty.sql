-- Who signs the January report closes its duty by signing, so the duty is theirs to see and to close as well.

create policy signers on duties.deadline for select to simpul_app
  using (kind = 'january_report' and (select accounts.can('reporting.sign')));
create policy act_on_signed on duties.deadline for update to simpul_app
  using (kind = 'january_report' and (select accounts.can('reporting.sign')))
  with check (kind = 'january_report' and (select accounts.can('reporting.sign')));
