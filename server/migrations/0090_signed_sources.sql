-- Who answered for the rows of a year, and who handed something in and did not: a round keeps it as it was agreed.
-- Rows that wait for confirmation are not a steward's to see; that they wait is.

create function clearing.standing(of_year integer) returns table (agency uuid, period text, signed boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select k.agency, k.period,
         exists (select from clearing.sign_off s
                  where s.tenant = platform.tenant() and s.agency = k.agency and s.period = k.period
                    and s.withdrawn_at is null)
    from (select r.agency, r.period from clearing.source_row r
           where r.tenant = platform.tenant() and r.counting_year = of_year and r.state <> 'superseded'
          union
          select i.agency, i.period from clearing.import i
           where i.tenant = platform.tenant() and i.period like of_year::text || '-Q%' and i.state <> 'cancelled') k
   where accounts.can('clearing.round') or k.agency = platform.agency() and accounts.can('clearing.verify');
end;
comment on function clearing.standing(integer) is 'Periods for which each agency handed in something of a counting year, and whether it signed them off: all for stewards, the own for data contacts.';
revoke execute on function clearing.standing(integer) from public;
grant execute on function clearing.standing(integer) to simpul_app;
