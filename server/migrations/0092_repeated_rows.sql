-- A row that stands twice in its own file was told as one that an earlier import brought.

alter table clearing.import add column rows_repeated integer not null default 0;
comment on column clearing.import.rows_repeated is 'P1 · rows equal to an earlier one of the same file';
grant update (rows_repeated) on clearing.import to simpul_app;
