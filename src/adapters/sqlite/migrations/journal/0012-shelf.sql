-- For leafing through the journal by member and by machine. They hold nothing that the entries do not say: what is forgotten goes
-- from here with the body. The type stands beside, so that a rare one is found without reading what lies between.
CREATE INDEX entries_by_member ON entries (CASE WHEN json_valid(body) THEN json_extract(body, '$.data.member') END, seq, type);
CREATE INDEX entries_by_doer ON entries (CASE WHEN json_valid(body) THEN json_extract(body, '$.data.by') END, seq, type);
CREATE INDEX entries_by_machine ON entries (CASE WHEN json_valid(body) THEN json_extract(body, '$.data.machine') END, seq, type);
