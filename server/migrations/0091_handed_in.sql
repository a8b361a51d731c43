-- A steward tells "rows wait for confirmation" from "nothing came". The rows themselves stay the agency's own until
-- they are confirmed; files that were given up do not count.

drop function clearing.arrivals(text);

create function clearing.handed_in(of_period text)
  returns table (agency uuid, imports integer, pending integer, waiting integer, confirmed integer, excluded integer)
  language sql stable security definer set search_path = ''
begin atomic
  select k.agency, sum(k.imports)::integer, sum(k.pending)::integer, sum(k.waiting)::integer,
         sum(k.confirmed)::integer, sum(k.excluded)::integer
    from (select i.agency,
                 count(*) filter (where i.state = 'accepted') as imports,
                 count(*) filter (where i.state not in ('accepted', 'failed')) as pending,
                 0 as waiting, 0 as confirmed, 0 as excluded
            from clearing.import i
           where i.tenant = platform.tenant() and i.period = of_period and i.state <> 'cancelled'
           group by i.agency
          union all
          select r.agency, 0, 0,
                 count(*) filter (where r.state = 'imported'),
                 count(*) filter (where r.state = 'confirmed'),
                 count(*) filter (where r.state = 'excluded')
            from clearing.source_row r
           where r.tenant = platform.tenant() and r.period = of_period and r.state <> 'superseded'
           group by r.agency) k
   where accounts.can('clearing.round')
      or k.agency = platform.agency() and (accounts.can('clearing.import') or accounts.can('clearing.verify'))
   group by k.agency;
end;
comment on function clearing.handed_in(text) is 'What each agency handed in for a period, in numbers of files and rows: all for stewards, the own for data contacts.';
revoke execute on function clearing.handed_in(text) from public;
grant execute on function clearing.handed_in(text) to simpul_app;
