package dev.perennial.model;

import dev.perennial.db.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The immutable versions of every model, and which one is the champion: rows in the database, files
 * in {@code <folder>/<model>/<version>}.
 *
 * <p>A version's folder is complete before its row is there, so that a row never points at half a
 * model. Safe for use by many threads: registering and promoting go one after another. One registry
 * a folder at a time.
 */
public final class ModelRegistry {
  private final VersionTable table;
  private final Path folder;
  private final ModelFiles files;
  private final Signatures signatures;
  private final Clock clock;
  private final int copies;

  /** Held from the choice of a version's number, or the look at the champion, to the new row. */
  private final Object change = new Object();

  private final Map<Integer, Manifest> manifests = new ConcurrentHashMap<>();

  /**
   * @param folder where the files stand; made if it is not there, and cleaned of what an
   *     interrupted registration left
   * @param signatures made with the home's key
   * @param copies of a classifier kept in memory: how many threads it answers at once
   */
  public ModelRegistry(
      Database database,
      Path folder,
      ModelFiles files,
      Signatures signatures,
      Clock clock,
      int copies) {
    table = new VersionTable(database);
    this.folder = folder;
    this.files = files;
    this.signatures = signatures;
    this.clock = clock;
    this.copies = copies;
    try {
      Files.createDirectories(folder);
      VersionFiles.clean(folder, (model, version) -> version(model, version).isPresent());
    } catch (IOException e) {
      throw new ModelException("the registry's folder cannot be made or cleaned", e);
    }
  }

  /**
   * What makes a version: its manifest, the serialized classifier, the ARFF header and the ARFF
   * data. Never compared, and the arrays are not copied: they may be large.
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Parts(Manifest manifest, byte[] classifier, String header, byte[] data) {}

  /** The version that serves, and why it is not the champion: "" where it is. */
  public record Best(LoadedModel model, String trouble) {}

  /** The names of the models, sorted. */
  public List<String> models() {
    return table.models();
  }

  /** The versions of a model, oldest first. */
  public List<VersionId> versions(String model) {
    return table.versions(model);
  }

  public Optional<VersionId> champion(String model) {
    return table.champions(model, 1).stream().findFirst();
  }

  /** The champions there have been, the present one first, each once. */
  public List<VersionId> champions(String model) {
    return table.champions(model, Integer.MAX_VALUE).stream().distinct().toList();
  }

  /** The version that was admitted last, unless it was withdrawn or has been champion since. */
  public Optional<VersionId> challenger(String model) {
    List<Integer> promoted = new ArrayList<>();
    for (Promotion change : history(model)) {
      if (change.alias() == Alias.WITHDRAWN) {
        return Optional.empty();
      }
      if (change.alias() == Alias.CHALLENGER) {
        return version(model, change.to()).filter(id -> !promoted.contains(id.version()));
      }
      promoted.add(change.to());
    }
    return Optional.empty();
  }

  /** The version of this number. */
  public Optional<VersionId> version(String model, int number) {
    return versions(model).stream().filter(id -> id.version() == number).findFirst();
  }

  /** Every change of the champion and the challenger, newest first. */
  public List<Promotion> history(String model) {
    return table.promotions(model);
  }

  /**
   * The manifest of the version with this key. Versions do not change, so each is read once.
   *
   * @throws ModelException if there is no such version
   */
  public Manifest manifest(int key) {
    return manifests.computeIfAbsent(key, k -> ManifestJson.read(registered(k).manifest()));
  }

  /**
   * The version with this key.
   *
   * @throws ModelException if there is none
   */
  public VersionId version(int key) {
    return registered(key).id();
  }

  private VersionTable.Registered registered(int key) {
    return table
        .byKey(key)
        .orElseThrow(() -> new ModelException("there is no version with key " + key));
  }

  /** The schema of the version with this key: {@link VersionId#key()}. Needs no file. */
  public Schema schema(int key) {
    return manifest(key).schema();
  }

  /**
   * Reads, checks and loads a version.
   *
   * @throws ModelException if a file is missing or damaged, or a golden answer is not repeated
   */
  public LoadedModel load(VersionId id) {
    Parts parts = signed(id, new byte[0]);
    return loaded(id, parts.manifest(), parts.classifier(), parts.header());
  }

  /** What makes this version; throws as {@link #load}. */
  public Parts parts(VersionId id) {
    return signed(id, data(id));
  }

  private Parts signed(VersionId id, byte[] data) {
    Manifest manifest = manifest(id.key());
    Path place = place(id.model(), id.version());
    byte[] classifier =
        files.read(place.resolve(VersionFiles.CLASSIFIER), manifest.classifier().sha256());
    String header = text(place, VersionFiles.HEADER);
    signatures.check(text(place, VersionFiles.SIGNATURE), id, ManifestJson.write(manifest), header);
    return new Parts(manifest, classifier, header, data);
  }

  private static String text(Path place, String file) {
    try {
      return Files.readString(place.resolve(file));
    } catch (IOException e) {
      throw new ModelFileException("the file " + file + " is missing or cannot be read", e);
    }
  }

  private LoadedModel loaded(VersionId id, Manifest manifest, byte[] bytes, String header) {
    Schema schema = manifest.schema();
    Header checked = new Header(schema, Arff.read(header, Optional.of(schema.target().name())));
    return new LoadedModel(id, manifest, checked, files, bytes, copies);
  }

  /**
   * Loads the champion or, if it cannot be loaded, the last champion before it that can.
   *
   * @throws ModelException if none can
   */
  public Best loadBest(String model) {
    List<String> troubles = new ArrayList<>();
    for (VersionId id : champions(model)) {
      try {
        return new Best(load(id), String.join("; ", troubles));
      } catch (ModelException e) {
        troubles.add(id + " cannot be loaded: " + e.getMessage());
      }
    }
    throw new ModelException(
        troubles.isEmpty() ? "the model has no champion" : String.join("; ", troubles));
  }

  /**
   * Adds the next version of a model after checking that it loads and repeats its golden answers.
   *
   * @throws ModelException if it does not, or the files cannot be written
   */
  public VersionId register(Parts parts) {
    return register(parts, Optional.empty());
  }

  /** As {@link #register(Parts)}, and makes it the champion in the same transaction. */
  VersionId register(Parts parts, Optional<Promotion> promotion) {
    synchronized (change) {
      return next(parts, promotion);
    }
  }

  private VersionId next(Parts parts, Optional<Promotion> promotion) {
    Manifest manifest = parts.manifest();
    String model = manifest.model();
    int version = 1 + versions(model).stream().mapToInt(VersionId::version).max().orElse(0);
    ModelFiles.verify(manifest.data().file(), parts.data(), manifest.data().sha256());
    loaded(new VersionId(0, model, version), manifest, parts.classifier(), parts.header());
    write(model, version, parts);
    return table.add(model, version, manifest, clock.instant(), promotion);
  }

  private void write(String model, int version, Parts parts) {
    String manifest = ManifestJson.write(parts.manifest());
    String signature = signatures.of(model, version, manifest, parts.header());
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put(VersionFiles.CLASSIFIER, parts.classifier());
    contents.put(VersionFiles.HEADER, parts.header().getBytes(StandardCharsets.UTF_8));
    contents.put(VersionFiles.DATA, parts.data());
    contents.put(VersionFiles.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
    contents.put(VersionFiles.SIGNATURE, signature.getBytes(StandardCharsets.US_ASCII));
    try {
      VersionFiles.write(place(model, version), contents);
    } catch (IOException e) {
      throw new ModelException("the files of the version cannot be written", e);
    }
  }

  /**
   * Makes a version the champion; rolling back is promoting an earlier one.
   *
   * @throws ModelException if the registry does not have it
   */
  public Promotion promote(VersionId to, String actor, String reason) {
    return change(Alias.CHAMPION, to, actor, reason);
  }

  /**
   * Makes a version the challenger.
   *
   * @throws ModelException if the registry does not have it
   */
  public Promotion challenge(VersionId to, String actor, String reason) {
    return change(Alias.CHALLENGER, to, actor, reason);
  }

  /** Makes the challenger none; throws as {@link #challenge}. */
  public Promotion withdraw(VersionId challenger, String actor, String reason) {
    return change(Alias.WITHDRAWN, challenger, actor, reason);
  }

  private Promotion change(Alias alias, VersionId to, String actor, String reason) {
    String model = to.model();
    if (!versions(model).contains(to)) {
      throw new ModelException("there is no " + to + " to promote");
    }
    synchronized (change) {
      Optional<VersionId> from = alias == Alias.CHAMPION ? champion(model) : challenger(model);
      Promotion made =
          new Promotion(
              alias, from.map(VersionId::version), to.version(), clock.instant(), actor, reason);
      table.add(model, made);
      return made;
    }
  }

  /** The training data of a version, as ARFF. */
  public byte[] data(VersionId id) {
    return files.read(
        place(id.model(), id.version()).resolve(VersionFiles.DATA),
        manifest(id.key()).data().sha256());
  }

  Path place(String model, int version) {
    return folder.resolve(model).resolve(Integer.toString(version));
  }

  Promotion first(String reason) {
    return new Promotion(Alias.CHAMPION, Optional.empty(), 1, clock.instant(), "system", reason);
  }
}
