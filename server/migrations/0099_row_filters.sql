-- The list of an agency's rows filtered by place, year or state walked through all of them, a second and more among
-- half a million: each filter gets the order of the list behind it.

create index on clearing.source_row (tenant, agency, place_code, period, row_number, id);
create index on clearing.source_row (tenant, agency, counting_year, period, row_number, id);
create index on clearing.source_row (tenant, agency, state, period, row_number, id);
