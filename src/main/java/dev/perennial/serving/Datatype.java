package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/** The datatypes of the Open Inference Protocol, and which values they hold. */
final class Datatype {
  private static final Map<String, Integer> SIGNED =
      Map.of("INT8", 8, "INT16", 16, "INT32", 32, "INT64", 64);
  private static final Map<String, Integer> UNSIGNED =
      Map.of("UINT8", 8, "UINT16", 16, "UINT32", 32, "UINT64", 64);
  private static final Map<String, Double> FLOATS =
      Map.of("FP16", 65_504.0, "FP32", (double) Float.MAX_VALUE, "FP64", Double.MAX_VALUE);

  private Datatype() {}

  static boolean isKnown(String datatype) {
    return datatype.equals("BOOL") || datatype.equals("BYTES") || isNumber(datatype);
  }

  private static boolean isNumber(String datatype) {
    return SIGNED.containsKey(datatype)
        || UNSIGNED.containsKey(datatype)
        || FLOATS.containsKey(datatype);
  }

  /** Why a feature does not take tensors of this type; reads on from the place. */
  static Optional<String> misfit(Feature feature, String datatype) {
    boolean number = feature.kind() == Kind.NUMERIC;
    boolean fits = number ? isNumber(datatype) : datatype.equals("BYTES");
    String wanted = number ? "FP64, or another type of number" : "BYTES";
    return fits
        ? Optional.empty()
        : Optional.of("does not fit \"" + Shown.text(feature.name()) + "\": send it as " + wanted);
  }

  /** Why a value is not of this type; reads on from the place. A null is of every type. */
  static Optional<String> misfit(JsonCell cell, String datatype) {
    if (cell.token() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (SIGNED.containsKey(datatype)) {
      BigInteger half = BigInteger.ONE.shiftLeft(SIGNED.get(datatype) - 1);
      return whole(cell, datatype, half.negate(), half.subtract(BigInteger.ONE));
    }
    if (UNSIGNED.containsKey(datatype)) {
      BigInteger all = BigInteger.ONE.shiftLeft(UNSIGNED.get(datatype));
      return whole(cell, datatype, BigInteger.ZERO, all.subtract(BigInteger.ONE));
    }
    if (FLOATS.containsKey(datatype)) {
      double most = FLOATS.get(datatype);
      boolean fits = cell.isNumber() && Math.abs(Double.parseDouble(cell.text())) <= most;
      return fits ? Optional.empty() : Optional.of("must be a number of type " + datatype);
    }
    boolean truth = cell.token() == JsonToken.VALUE_TRUE || cell.token() == JsonToken.VALUE_FALSE;
    boolean fits = datatype.equals("BOOL") ? truth : cell.token() == JsonToken.VALUE_STRING;
    return fits ? Optional.empty() : Optional.of("must be of type " + datatype);
  }

  private static Optional<String> whole(
      JsonCell cell, String datatype, BigInteger least, BigInteger most) {
    boolean fits =
        cell.token() == JsonToken.VALUE_NUMBER_INT
            && cell.text().length() <= 20
            && new BigInteger(cell.text()).compareTo(least) >= 0
            && new BigInteger(cell.text()).compareTo(most) <= 0;
    return fits
        ? Optional.empty()
        : Optional.of(
            "must be a whole number from %s to %s, as %s says".formatted(least, most, datatype));
  }
}
