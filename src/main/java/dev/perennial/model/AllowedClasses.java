package dev.perennial.model;

import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;

/**
 * The allow-list for serialized classifiers: it lets through what the schemes of weka-stable write
 * (found by serializing every one of them) and refuses everything else.
 *
 * <p>Some of Weka's own classes stay out: those that run scripts, open files or connections, or
 * read a second serialized stream when used. For one stream, on one thread.
 */
final class AllowedClasses implements ObjectInputFilter {
  private static final String PATTERNS =
      String.join(
          ";",
          "!weka.classifiers.misc.SerializedClassifier",
          "!weka.classifiers.misc.InputMappedClassifier",
          "!weka.core.SerializedObject",
          "!weka.core.converters.**",
          "!weka.core.scripting.**",
          "!weka.core.packageManagement.**",
          "!weka.core.logging.**",
          "!weka.core.Debug*",
          "weka.classifiers.**",
          "weka.clusterers.**",
          "weka.associations.**",
          "weka.attributeSelection.**",
          "weka.estimators.**",
          "weka.filters.**",
          "weka.core.**",
          "java.lang.Object",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Number",
          "java.lang.Short",
          "java.lang.String",
          "java.lang.StringBuffer",
          "java.util.ArrayList",
          "java.util.BitSet",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.GregorianCalendar",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Hashtable",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.LinkedList",
          "java.util.Locale",
          "java.util.Map$Entry",
          "java.util.Random",
          "java.util.SimpleTimeZone",
          "java.util.TimeZone",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.Vector",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.io.File",
          "java.math.RoundingMode",
          "java.text.*",
          "sun.util.calendar.ZoneInfo",
          "!*");

  private static final ObjectInputFilter LIST = ObjectInputFilter.Config.createFilter(PATTERNS);

  private final Limits limits;
  private String refusal = "";

  AllowedClasses(Limits limits) {
    this.limits = limits;
  }

  /** Why the stream was refused, as the end of a sentence; "" if it was not. */
  String refusal() {
    return refusal;
  }

  @Override
  public Status checkInput(FilterInfo info) {
    String why = tooLarge(info);
    if (why.isEmpty() && LIST.checkInput(info) == Status.REJECTED) {
      Class<?> type = info.serialClass();
      why = "it holds " + (type == null ? "a foreign object" : type.getName());
      why += ", which no classifier needs";
    }
    if (why.isEmpty()) {
      return info.serialClass() == null ? Status.UNDECIDED : Status.ALLOWED;
    }
    if (refusal.isEmpty()) {
      refusal = why;
    }
    return Status.REJECTED;
  }

  private String tooLarge(FilterInfo info) {
    if (info.arrayLength() > limits.arrayLength()) {
      return over("an array of", info.arrayLength(), limits.arrayLength(), "elements");
    }
    if (info.depth() > limits.depth()) {
      return over("objects nested", info.depth(), limits.depth(), "deep");
    }
    if (info.references() > limits.references()) {
      return over("at least", info.references(), limits.references(), "objects");
    }
    if (info.streamBytes() > limits.bytes()) {
      return over("at least", info.streamBytes(), limits.bytes(), "bytes");
    }
    return "";
  }

  private static String over(String what, long found, long most, String unit) {
    return "it holds " + what + " " + found + " " + unit + "; at most " + most + " are accepted";
  }
}
