-- Append-only: what is said to have been the true answer of a prediction. The row of a prediction's greatest id
-- holds; the earlier ones are its history. The id is time-ordered like a prediction's: it tells when the label came.
CREATE TABLE label (
    prediction  BIGINT NOT NULL,            -- prediction.id
    id          BIGINT NOT NULL,
    label       VARCHAR(1000) NOT NULL,     -- the class label, or the number as text
    observed_at TIMESTAMP WITH TIME ZONE,   -- when the truth was seen; NULL = not given
    source      SMALLINT NOT NULL,          -- 1 anonymous, 2 administrator, 3 reader, 4 token
    actor       VARCHAR(100) NOT NULL,      -- the account's or the token's name; '' = nobody's
    PRIMARY KEY (prediction, id)
);

-- In order of arrival: what is new since a moment, and whether the drain has been here before.
CREATE UNIQUE INDEX label_arrival ON label (id);
