package dev.perennial.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are no tables, by what is wrong with them: each name begins with its form. */
public final class Malformed {
  private static final String ROWS = "1,2,a\n3,4,b\n".repeat(15);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void csv(Map<String, byte[]> files) {
    String good = "x,y,class\n" + ROWS;
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("empty", "");
    texts.put("blank", "\n\n\n");
    texts.put("header alone", "x,y,class\n");
    texts.put("three rows", "x,y,class\n1,2,a\n3,4,b\n5,6,a\n");
    texts.put("nineteen rows", "x,class\n" + "1,a\n".repeat(19));
    texts.put("one column", "x\n" + "1\n".repeat(30));
    texts.put("another separator", "x|y|class\n" + "1|2|a\n".repeat(30));
    texts.put("no name", "x,,class\n" + ROWS);
    texts.put("blank name", "x, ,class\n" + ROWS);
    texts.put("a name twice", "x,x,class\n" + ROWS);
    texts.put("a name twice but for blanks", "x,x ,class\n" + ROWS);
    texts.put("control in a name", "x,y\u0007z,class\n" + ROWS);
    texts.put("line end in a name", "x,\"y\nz\",class\n" + ROWS);
    texts.put("a cell too many", good + "1,2,a,3\n");
    texts.put("a cell too few", good + "1,2\n");
    texts.put("a quote that does not end", good + "1,\"2,a\n" + ROWS);
    texts.put("text behind a quote", good + "1,\"2\"x,a\n");
    texts.put("a quote in the header that does not end", "x,\"y,class\n" + ROWS);
    texts.put("nul", good + "1,\u0000,a\n");
    texts.put("nul first", "\u0000" + good);
    texts.put("html", "<!DOCTYPE html><html><body>Hello</body></html>");
    texts.put("json", "[{\"x\":1,\"y\":2},\n{\"x\":1,\"y\":2}]");
    texts.put(
        "xml",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
    texts.put("too many columns", names(3_000) + "\n" + ROWS);
    texts.put("a million columns", names(1_000_000) + "\n" + ROWS);
    texts.put("a million columns of commas", "x" + ",".repeat(1_000_000) + "\n");
    texts.put("a long name", "x,y," + "z".repeat(2 << 20) + "\n" + ROWS);
    texts.put("a long cell", good + "1,2," + "z".repeat(2 << 20) + "\n");
    texts.put("too many rows", "x,y\n" + "1,2\n".repeat(200_001));
    texts.put("only line ends", "\r".repeat(1 << 20));
    texts.put("only quotes", "\"".repeat(100_001));
    texts.forEach((name, text) -> files.put("csv: " + name, utf8(text)));
  }

  private static String names(int count) {
    StringBuilder names = new StringBuilder("c0");
    for (int i = 1; i < count; i++) {
      names.append(",c").append(i);
    }
    return names.toString();
  }

  private static void arff(Map<String, byte[]> files) {
    String head = "@relation r\n@attribute x numeric\n@attribute y {a,b}\n";
    String rows = "1,a\n2,b\n".repeat(15);
    String good = head + "@data\n" + rows;
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("relation alone", "@relation r");
    texts.put("no data line", head);
    texts.put("no rows", head + "@data\n");
    texts.put("no attributes", "@relation r\n@data\n" + rows);
    texts.put("one attribute", "@relation r\n@attribute x numeric\n@data\n" + "1\n".repeat(30));
    texts.put("no relation's name", "@relation\n" + good.substring(12));
    texts.put("unknown type", head.replace("numeric", "nummeric") + "@data\n" + rows);
    texts.put("no type", head.replace(" numeric", "") + "@data\n" + rows);
    texts.put("labels that do not end", head.replace("}", "") + "@data\n" + rows);
    texts.put("no labels", head.replace("{a,b}", "{}") + "@data\n" + rows);
    texts.put("a label twice", head.replace("{a,b}", "{a,b,a}") + "@data\n" + rows);
    texts.put("an attribute twice", head.replace(" y ", " x ") + "@data\n" + rows);
    texts.put("a quote that does not end", head.replace(" y ", " 'y ") + "@data\n" + rows);
    texts.put(
        "relational",
        "@relation r\n@attribute b relational\n@attribute x numeric\n@end b\n@attribute y {a,b}\n@data\n"
            + "'1',a\n".repeat(30));
    texts.put(
        "relational that does not end",
        "@relation r\n@attribute b relational\n@attribute x numeric\n@data\n" + rows);
    texts.put(
        "a date format that is none", head.replace("numeric", "date 'qqq'") + "@data\n" + rows);
    texts.put("a date that is none", head.replace("numeric", "date") + "@data\n" + rows);
    texts.put("a foreign label", good + "1,c\n");
    texts.put("text for a number", good + "one,a\n");
    texts.put("a cell too many", good + "1,a,2\n");
    texts.put("a cell too few", good + "1\n");
    texts.put("a quote in a row", good + "1,'a\n");
    texts.put("sparse beyond the end", good + "{0 1, 7 a}\n");
    texts.put("sparse without a number", good + "{x 1}\n");
    texts.put("sparse with a huge number", good + "{99999999999 1}\n");
    texts.put("infinity", good + "1e999,a\n");
    texts.put("nan", good + "NaN,a\n");
    texts.put("html in place of data", head + "@data\n<html>\n");
    texts.put("comments alone", "% nothing\n".repeat(1_000));
    texts.put("a million attributes", "@relation r\n" + "@attribute a numeric\n".repeat(1_000_000));
    texts.put("a long comment", "%" + "x".repeat(2 << 20) + "\n" + good);
    texts.put("a long line of data", good + "1," + "a".repeat(2 << 20) + "\n");
    texts.put("a million labels", "@relation r\n@attribute x {a" + ",b".repeat(1_000_000) + "}\n");
    texts.put("deep braces", "@relation r\n@attribute x " + "{".repeat(100_000) + "\n@data\n");
    texts.forEach((name, text) -> files.put("arff: " + name, utf8(text)));
  }

  private static void bytes(Map<String, byte[]> files) throws IOException {
    byte[] zeros = new byte[8 << 20];
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("../../evil.csv"));
      out.write(zeros);
    }
    files.put("bytes: a zip bomb", zip.toByteArray());
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(zeros);
    }
    files.put("bytes: a gzip bomb", gzip.toByteArray());
    files.put("bytes: zeros", Arrays.copyOf(zeros, 1 << 20));
    files.put("bytes: utf-16", "x,y,class\n".concat(ROWS).getBytes(StandardCharsets.UTF_16));
    files.put("bytes: utf-16 without a mark", "x,y\n".getBytes(StandardCharsets.UTF_16LE));
    files.put(
        "bytes: latin-1", "größe,y,class\n".concat(ROWS).getBytes(StandardCharsets.ISO_8859_1));
    files.put(
        "bytes: a broken letter late",
        concat(utf8("x,y,class\n" + ROWS), new byte[] {(byte) 0xc3}));
    files.put(
        "bytes: a lone surrogate",
        concat(utf8("x,y,class\n" + ROWS), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
    files.put("bytes: serialized", new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'});
    files.put("bytes: a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    files.put(
        "bytes: an arff with a broken letter",
        concat(utf8("@relation r\n@attribute x"), new byte[] {(byte) 0xff, '\n'}));
  }

  private static byte[] concat(byte[] one, byte[] two) {
    byte[] all = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, all, one.length, two.length);
    return all;
  }

  private Malformed() {}

  /** All of them: "csv: …", "arff: …" and "bytes: …". */
  public static Map<String, byte[]> tables() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    csv(files);
    arff(files);
    bytes(files);
    return files;
  }
}
