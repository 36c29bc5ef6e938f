package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import dev.perennial.db.Secrets;
import dev.perennial.words.Said;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first administrator when there is no account: there is no default password. Not safe
 * for two threads; two instances that start at once on one empty database agree on one account.
 */
final class FirstStart {
  static final String NAME = "admin";
  static final String FILE = "initial-admin-password";
  private static final Logger logger = LoggerFactory.getLogger(FirstStart.class);

  private final Database database;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Audit audit;
  private final SecureRandom random;

  FirstStart(
      Database database, Accounts accounts, Passwords passwords, Audit audit, SecureRandom random) {
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.random = random;
  }

  /**
   * @param given {@code perennial.admin.password}; ignored once there is an account
   * @param secrets takes {@code initial-admin-password}, mode 0600 in a folder of mode 0700
   */
  void run(Optional<String> given, Secrets secrets) {
    if (!isEmpty()) {
      return;
    }
    String password = given.orElseGet(() -> write(secrets));
    Optional<Said> fault = PasswordRules.fault(NAME, password);
    if (fault.isPresent()) {
      throw new Refusal("perennial.admin.password", fault.get());
    }
    String hash = passwords.hash(password);
    if (!insert(hash)) {
      return;
    }
    if (given.isPresent()) {
      logger.info("First start: account '{}' has the password of perennial.admin.password", NAME);
    } else {
      logger.info(
          "First start: the password of account '{}' is in {}: sign in, change it, remove the file",
          NAME,
          secrets.file(FILE));
    }
  }

  /** False if another instance made an account at the same moment: then that one counts. */
  private boolean insert(String hash) {
    try {
      database.run(
          handle -> {
            accounts.insert(handle, NAME, Role.ADMINISTRATOR, hash);
            audit.record(handle, "start", "account-created", "", NAME + " administrator");
          });
      return true;
    } catch (DatabaseException e) {
      if (!e.refusesData() || isEmpty()) {
        throw e;
      }
      logger.info("First start: another instance has just made the account '{}'", NAME);
      return false;
    }
  }

  private boolean isEmpty() {
    return accounts.list().isEmpty();
  }

  private String write(Secrets secrets) {
    String password = TokenText.random(random);
    secrets.write(FILE, (password + "\n").getBytes(StandardCharsets.US_ASCII));
    return password;
  }
}
