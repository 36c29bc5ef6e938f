-- Pages say a run's sentence in the reader's language. Runs on H2 and on PostgreSQL alike.

ALTER TABLE run ADD COLUMN said VARCHAR(10000); -- JSON: the sentence's key and its values; absent in rows from before there were keys
