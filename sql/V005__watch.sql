-- What the monitor keeps of the rows it has seen. Runs on H2 and on PostgreSQL alike.

-- What a version's rows looked like when it was made: the measure of its live rows. Made once, never changed.
CREATE TABLE reference (
    version INTEGER PRIMARY KEY,                -- model_version.id
    body    VARCHAR NOT NULL,                   -- JSON; PostgreSQL allows no bound above 10485760
    made_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Windows and detectors of a version, as of the last row folded into them.
CREATE TABLE watch (
    version INTEGER PRIMARY KEY,                -- model_version.id
    stamp   BIGINT NOT NULL,                    -- another number at every change
    body    BYTEA NOT NULL
);

-- Sums over one span of time. Minutes, hours and days are all kept up to the last row.
CREATE TABLE bucket (
    version  INTEGER NOT NULL,                  -- model_version.id
    step     SMALLINT NOT NULL,                 -- 1 minute, 2 hour, 3 day
    start_at BIGINT NOT NULL,                   -- milliseconds since 1970-01-01T00:00Z
    instance SMALLINT NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (version, step, start_at, instance)
);

-- The same of HTTP requests, of all models together.
CREATE TABLE request_bucket (
    step     SMALLINT NOT NULL,
    start_at BIGINT NOT NULL,
    instance SMALLINT NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (step, start_at, instance)
);
