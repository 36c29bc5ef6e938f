-- What a count of false alarms was found with, so that it is found anew when that changes.
ALTER TABLE quiet_run ADD COLUMN spread DOUBLE PRECISION DEFAULT 1 NOT NULL;    -- variance of the runs' counts over their mean, at least 1
ALTER TABLE quiet_run ADD COLUMN pace DOUBLE PRECISION DEFAULT 0 NOT NULL;      -- live rows an hour when it was run
ALTER TABLE quiet_run ADD COLUMN together INTEGER DEFAULT 1 NOT NULL;           -- how many rows, or labels, were drawn at a time
