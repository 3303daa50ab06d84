package org.multicloudmirror.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every setting of the tool: its property, its default and what it does. The environment variable is the property in
 * upper case with {@code _} for {@code .} and {@code -}. These names are a public contract.
 */
public enum Setting {
    PROCESS("mirror.process", "4", "parallel copies, 1 to 1024"),
    MAXSIZE("mirror.maxsize", "5368709120", "skip larger objects: bytes, or 500K, 20M, 5G, 1T (powers of 1024)"),
    TMPFILE("mirror.tmpfile", "", "where a body waits whose MD5 must be known first: a directory or a file name"),
    DRY_RUN("mirror.dry-run", "false", "decide, and copy nothing"),
    NO_CREATE("mirror.no-create", "false", "refuse to create a missing destination"),
    QUIET("mirror.quiet", "false", "no progress, and no log below a warning"),
    DEBUG("mirror.debug", "false", "a detailed log, with stack traces"),
    LOCK_DIR("mirror.lock-dir", "", "where the scenarios' locks lie; empty: in the temporary directory"),
    WAIT("mirror.wait", "false", "wait for another run of the scenario to end instead of leaving it out"),
    GRACE("mirror.grace", "10", "seconds that copies in flight may go on after SIGINT or SIGTERM, 0 to 3600"),
    RETRIES("mirror.retries", "2", "how often a failed copy is tried again, 0 to 20"),
    RETRY_DELAY(
            "mirror.retry.delay", "1000", "milliseconds before the first retry; each further one waits twice as long"),
    RANGES("mirror.ranges", "seda:mirror-ranges", "the queue between planning and listing, a Camel endpoint"),
    QUEUE("mirror.queue", "seda:mirror-queue", "the queue between listing and copying, a Camel endpoint"),
    QUEUE_SIZE("mirror.queue.size", "1000", "how many objects wait in it at most, 1 to 1000000"),
    REPORT("mirror.report", "", "the report file, JSON Lines"),
    REPORT_DIR("mirror.report.dir", "", "a directory that keeps the report of every run, each in a file of its own"),
    REPORT_RETRIES("mirror.report.retries", "2", "how often a mail or an archive that failed is tried again, 0 to 20"),
    MAIL_FROM("mirror.mail.from", "", "the status mail's sender; it is sent when both addresses are set"),
    MAIL_TO("mirror.mail.to", "", "its recipients, separated by commas"),
    MAIL_SUBJECT("mirror.mail.subject", "", "its subject; empty: [Multi-Cloud Mirror] Script Run at <time>"),
    MAIL_HOST("mirror.mail.host", "localhost", "the mail server"),
    MAIL_PORT("mirror.mail.port", "25", "its port, 1 to 65535"),
    MAIL_STARTTLS("mirror.mail.starttls", "false", "whether the connection must be encrypted with STARTTLS"),
    MAIL_USERNAME("mirror.mail.username", "", "the login at the mail server; empty: none"),
    MAIL_PASSWORD("mirror.mail.password", "", "its password"),
    MAIL_ATTACHMENT_MAX("mirror.mail.attachment-max", "5M", "the most that the attached CSV may have, gzipped"),
    HTTP_CONNECT_TIMEOUT("mirror.http.connect-timeout", "10", "seconds to connect to a store, 1 to 3600"),
    HTTP_READ_TIMEOUT("mirror.http.read-timeout", "60", "seconds of silence before a store is given up, 1 to 3600");

    private static final Map<String, Setting> BY_PROPERTY =
            Arrays.stream(values()).collect(Collectors.toMap(Setting::property, Function.identity()));

    private final String property;
    private final String defaultValue;
    private final String description;

    Setting(String property, String defaultValue, String description) {
        this.property = property;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    /** The setting of a property. */
    static Optional<Setting> ofProperty(String property) {
        return Optional.ofNullable(BY_PROPERTY.get(property));
    }

    public String property() {
        return property;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String description() {
        return description;
    }

    /** Its environment variable, such as {@code MIRROR_MAIL_FROM}. */
    public String variable() {
        return variableOf(property);
    }

    /** The environment variable of a property. */
    static String variableOf(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
