package dev.perennial.web.api;

import dev.perennial.log.Drain;
import dev.perennial.log.IdText;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code /api/v1/models/{model}/predictions}: the log, read by key and streamed, and how a period
 * of it is erased. Safe for use by many threads.
 */
public final class PredictionsServlet extends HttpServlet {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final transient ModelRegistry registry;
  private final transient PredictionLog log;
  private final transient Drain drain;
  private final transient IdText ids;
  private final transient Erasing erasing;

  public PredictionsServlet(
      ModelRegistry registry, PredictionLog log, Drain drain, IdText ids, Erasing erasing) {
    this.erasing = erasing;
    this.registry = registry;
    this.log = log;
    this.drain = drain;
    this.ids = ids;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LogQuery query = LogQuery.read(request.getQueryString(), ids);
    String model = Exchange.of(request).parameter("model");
    List<VersionId> versions = Doorway.versions(registry, model);
    if (!drain.await(PATIENCE)) {
      String detail = "The newest rows have not reached the database yet: try again.";
      throw Problem.unavailable(Said.verbatim(detail)).asException();
    }
    response.setContentType(query.format().type());
    if (query.format() != LogQuery.Format.JSON) {
      String name = model + "-predictions." + query.format().text();
      response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
    }
    stream(query, versions, response.getOutputStream());
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    LogQuery.Period period = LogQuery.period(request.getQueryString(), ids);
    erasing.send(
        response,
        exchange,
        erasing.period(exchange, exchange.parameter("model"), period.from(), period.to()));
  }

  private void stream(LogQuery query, List<VersionId> versions, OutputStream out) {
    Map<Integer, Integer> numbers =
        versions.stream().collect(Collectors.toMap(VersionId::key, VersionId::version));
    Map<Integer, Schema> schemas = new HashMap<>();
    Function<Integer, Schema> schema =
        key -> schemas.computeIfAbsent(key, k -> registry.schema(k).logged());
    List<Schema> all = versions.stream().map(id -> schema.apply(id.key())).toList();
    LogWriter writer = writer(query.format(), all, out);
    log.read(
        numbers.keySet(),
        query.after(),
        query.before(),
        query.limit(),
        logged -> query.wants(logged.label().isPresent()),
        logged ->
            writer.write(
                LogRow.of(
                    logged,
                    ids.print(logged.id()),
                    numbers.getOrDefault(logged.version(), 0),
                    schema.apply(logged.version()))));
    writer.end();
  }

  private static LogWriter writer(LogQuery.Format format, List<Schema> all, OutputStream out) {
    return switch (format) {
      case JSON -> new LogJson(out, false);
      case JSONL -> new LogJson(out, true);
      case CSV -> new LogCsv(out, all.get(all.size() - 1));
      case ARFF -> new LogArff(out, all);
    };
  }
}
