-- How long a training takes is foretold by trainings of the same kind alone. Runs on H2 and on PostgreSQL alike.

ALTER TABLE run ADD COLUMN algorithm VARCHAR(1000); -- the scheme that learned, with its options; absent before it has
