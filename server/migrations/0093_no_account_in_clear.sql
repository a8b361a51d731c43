-- Words of the agency on how it happened are sealed with the identity from now on. Those that lie in clear are taken
-- out of the rows; the sealed original of the file keeps them.

update clearing.source_row set case_data = case_data - 'modus' where case_data ? 'modus';
comment on column clearing.row_identity.sealed is 'P4 · sealed identity, and how it happened in the agency''s words (AES-256-GCM, bound to table, row and tenant)';
