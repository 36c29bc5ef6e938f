-- What alarms say is kept so that it can be said in any language. Runs on H2 and on PostgreSQL alike.

ALTER TABLE alarm_transition ADD COLUMN said VARCHAR(8000); -- key and values of the sentence; absent in steps from before, and where it would be longer
