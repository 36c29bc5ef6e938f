-- What a challenger answers to rows that the champion has answered: for comparison alone, nobody was told it.
-- The champion's answer stands in prediction. Rows of a model's earlier challengers go when it has another one.
CREATE TABLE shadow (
    version       INTEGER NOT NULL,             -- model_version.id: the challenger
    prediction    BIGINT NOT NULL,              -- prediction.id
    answer        VARCHAR(1000) NOT NULL,       -- the predicted label, or the number as text
    probabilities VARCHAR(100000) NOT NULL,     -- JSON array in class order; [] for a regressor
    agrees        BOOLEAN NOT NULL,             -- with the champion's answer
    PRIMARY KEY (version, prediction)
);
