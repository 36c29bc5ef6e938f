package dev.perennial.model;

import dev.perennial.model.ModelRegistry.Parts;
import dev.perennial.words.Said;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A version as one zip: everything that is needed to load it elsewhere. The same version gives the
 * same bytes. Nothing of a zip is ever written under a name that stands in it. Stateless.
 */
public final class VersionZip {
  private static final String ORIGIN = "origin.txt";
  private static final String WAS = "[A-Za-z0-9][A-Za-z0-9_-]{0,99} [0-9]{1,9}\n?";
  private static final List<String> NAMES =
      List.of(
          ORIGIN,
          VersionFiles.MANIFEST,
          VersionFiles.HEADER,
          VersionFiles.DATA,
          VersionFiles.CLASSIFIER);

  /** What its column takes. */
  private static final int LARGEST_MANIFEST = 5_000_000;

  private static final int PIECE = 1 << 13;
  private static final int LONGEST_NAME = 60;

  /**
   * What a zip held; nothing of it is checked yet.
   *
   * @param was which version it was where it was made
   */
  public record Content(Parts parts, VersionId was) {}

  private VersionZip() {}

  public static void write(OutputStream to, VersionId id, Parts parts) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String origin = id.model() + " " + id.version() + "\n";
    files.put(ORIGIN, origin.getBytes(StandardCharsets.UTF_8));
    String manifest = ManifestJson.write(parts.manifest());
    files.put(VersionFiles.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
    files.put(VersionFiles.HEADER, parts.header().getBytes(StandardCharsets.UTF_8));
    files.put(VersionFiles.DATA, parts.data());
    files.put(VersionFiles.CLASSIFIER, parts.classifier());
    ZipOutputStream zip = new ZipOutputStream(to);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTime(parts.manifest().trainedAt().toEpochMilli());
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Reads a zip into memory.
   *
   * @param most bytes, packed as well as unpacked
   * @throws ModelFileException if it is no such zip, holds anything else, or is too large
   * @throws IOException if the stream breaks off for another reason
   */
  public static Content read(InputStream from, long most) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    long left = most;
    try (ZipInputStream zip = new ZipInputStream(new Bounded(from, most))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!NAMES.contains(name)) {
          throw refused(Said.of("said.zip-holds", cut(name), names()));
        }
        byte[] bytes = read(zip, left, most);
        left -= bytes.length;
        if (files.put(name, bytes) != null) {
          throw refused(Said.of("said.zip-twice", name));
        }
      }
    } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException e) {
      throw refused(Said.of("said.zip-damaged"));
    }
    for (String name : NAMES) {
      if (!files.containsKey(name)) {
        throw refused(Said.of("said.zip-misses", name, names()));
      }
    }
    if (need(files, VersionFiles.MANIFEST).length > LARGEST_MANIFEST) {
      throw refused(
          Said.of("said.zip-file-too-large", VersionFiles.MANIFEST, (long) LARGEST_MANIFEST));
    }
    String was = text(files, ORIGIN);
    if (!was.matches(WAS)) {
      throw refused(Said.of("said.zip-origin", ORIGIN));
    }
    Manifest manifest = ManifestJson.read(text(files, VersionFiles.MANIFEST));
    Parts parts =
        new Parts(
            manifest,
            need(files, VersionFiles.CLASSIFIER),
            text(files, VersionFiles.HEADER),
            need(files, VersionFiles.DATA));
    String[] words = was.strip().split(" ", 2);
    return new Content(parts, new VersionId(0, words[0], Integer.parseInt(words[1])));
  }

  private static byte[] read(InputStream in, long left, long most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      if (bytes.size() + n > left) {
        throw tooLarge(most);
      }
      bytes.write(piece, 0, n);
    }
    return bytes.toByteArray();
  }

  private static byte[] need(Map<String, byte[]> files, String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(need(files, name), StandardCharsets.UTF_8);
  }

  private static String names() {
    return String.join(", ", NAMES);
  }

  private static String cut(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }

  private static ModelFileException refused(Said why) {
    return new ModelFileException(Said.of("said.zip-refused", why));
  }

  private static ModelFileException tooLarge(long most) {
    return refused(Said.of("said.zip-too-large", most));
  }

  /** A packed stream may be long and unpack to nothing: it is bounded as well. */
  private static final class Bounded extends FilterInputStream {
    private final long most;
    private long left;

    Bounded(InputStream in, long most) {
      super(in);
      this.most = most;
      left = most;
    }

    /** Whoever opened it may have more to read. */
    @Override
    public void close() {}

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
      if (left <= 0) {
        throw tooLarge(most);
      }
      int n = super.read(to, at, (int) Math.min(left, length));
      left -= Math.max(n, 0);
      return n;
    }
  }
}
