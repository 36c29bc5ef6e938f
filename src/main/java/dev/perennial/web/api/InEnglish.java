package dev.perennial.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.perennial.model.Verdict;
import dev.perennial.training.DataSummary;
import dev.perennial.training.HalfLife;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What is kept beside an English sentence, so that pages can say it, is no part of a document. */
@JsonIgnoreProperties("said")
interface InEnglish {
  JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(Verdict.Rule.class, InEnglish.class)
          .addMixIn(DataSummary.class, InEnglish.class)
          .addMixIn(HalfLife.class, InEnglish.class)
          .build();
}
