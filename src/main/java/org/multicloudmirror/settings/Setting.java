package org.multicloudmirror.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the tool: its property, its default, what it may be and what it does. The environment variable is
 * the property in upper case with {@code _} for {@code .} and {@code -}. These names are a public contract. The shipped
 * configuration file, the reference in {@code docs/} and the command line's options are made from this list.
 */
@SuppressWarnings("ImmutableEnumChecker") // kinds and options are records of immutable values
public enum Setting {
    PROCESS("mirror.process", "4", number(1, 1024), "parallel copies, 1 to 1024", "--process", "N"),
    MAXSIZE(
            "mirror.maxsize",
            "5368709120",
            size(0, Long.MAX_VALUE),
            "skip larger objects: bytes, or 500K, 20M, 5G, 1T (powers of 1024); 0: none is too large",
            "--maxsize",
            "BYTES"),
    COMPARE(
            "mirror.compare",
            "etag",
            choice("etag", "size", "modified", "metadata", "content"),
            "what tells objects equal: etag, size, modified, metadata (HEADs both sides) or content (reads both sides)",
            "--compare",
            "HOW"),
    BANDWIDTH(
            "mirror.bandwidth",
            "off",
            new SettingKind.Rate(),
            "read so many bytes of objects a second at most, over all copies: 500K, 50M, 1G; off: no limit;"
                    + " may be changed while it runs",
            "--bandwidth",
            "BYTES"),
    REQUESTS_PER_SECOND(
            "mirror.requests-per-second",
            "0",
            number(0, 1_000_000),
            "send so many requests a second at most, to all stores together; 0: no limit; may be changed while it runs",
            "--requests-per-second",
            "N"),
    MAX_DURATION(
            "mirror.max-duration",
            "",
            new SettingKind.Age(),
            "begin no further object after this time, and end with those in flight: 90s, 15m, 2h, 7d; empty: no limit",
            "--max-duration",
            "TIME"),
    MAX_TRANSFER(
            "mirror.max-transfer",
            "0",
            size(0, Long.MAX_VALUE),
            "copy so many bytes of objects at most: one that would be more is not begun, and the run ends; 0: no limit",
            "--max-transfer",
            "BYTES"),
    NOT_BETWEEN(
            "mirror.not-between",
            "",
            new SettingKind.Times(),
            "begin nothing in these times, and no further object when they come: 08:00-18:00, or"
                    + " Mon-Fri 08:00-18:00 Europe/Berlin; several with commas; empty: at any time",
            "--not-between",
            "TIMES"),
    FAILURES_IN_A_ROW(
            "mirror.failures-in-a-row",
            "20",
            number(0, 1_000_000),
            "end the run when so many requests in a row find the store full, access denied or the bucket gone, or when it"
                    + " serves nothing for two minutes; 0: never",
            "--failures-in-a-row",
            "N"),
    MULTIPART_THRESHOLD(
            "mirror.multipart-threshold",
            "64M",
            size(),
            "copy objects of this size or more in parts",
            "--multipart-threshold",
            "BYTES"),
    PART_SIZE(
            "mirror.part-size",
            "8M",
            size(5 << 20, 1 << 30),
            "the size of a part where the source has none to keep, and the memory of one, 5M to 1G"),
    PARTS(
            "mirror.parts",
            "8",
            number(1, 256),
            "parts under way at a time, over all objects, 1 to 256; each takes mirror.part-size of memory, all together at most half of the heap",
            "--parts",
            "N"),
    SEGMENTS(
            "mirror.segments",
            "false",
            toggle(),
            "mirror a container of segments (x_segments, x+segments) as content",
            "--segments",
            ""),
    FILTERS(
            "mirror.filters",
            "",
            text(),
            "rules on keys, one a line, + GLOB or - GLOB; the first that matches decides (--include and --exclude)"),
    MIN_SIZE(
            "mirror.min-size",
            "0",
            size(0, Long.MAX_VALUE),
            "skip smaller objects: bytes, or 500K, 20M, 5G, 1T",
            "--min-size",
            "BYTES"),
    MIN_AGE(
            "mirror.min-age",
            "",
            new SettingKind.Age(),
            "skip objects that were modified later than this before the start: 90s, 15m, 2h, 7d, 4w",
            "--min-age",
            "AGE"),
    MAX_AGE(
            "mirror.max-age",
            "",
            new SettingKind.Age(),
            "skip objects that were modified earlier than this before the start",
            "--max-age",
            "AGE"),
    FILES_FROM(
            "mirror.files-from",
            "",
            text(),
            "only the keys that this file lists, one a line, relative to the scenario's prefix",
            "--files-from",
            "FILE"),
    TMPFILE(
            "mirror.tmpfile",
            "",
            text(),
            "where a body waits whose MD5 must be known first: a directory or a file name",
            "--tmpfile",
            "PATH"),
    STORAGE_CLASS(
            "mirror.storage-class",
            "",
            new SettingKind.StorageClass(),
            "the storage class of what is written to S3, such as STANDARD_IA, or source for that of the source;"
                    + " empty: the service's own",
            "--storage-class",
            "CLASS"),
    DRY_RUN(
            "mirror.dry-run",
            "false",
            toggle(),
            "tell exactly what would be copied and deleted, and write nothing",
            "--dry-run",
            ""),
    DELETE(
            "mirror.delete",
            "false",
            toggle(),
            "delete what the source has not, when all is listed and no copy failed",
            "--delete",
            ""),
    MAX_DELETE(
            "mirror.max-delete",
            "10",
            new SettingKind.Limit(),
            "delete nothing if it were more: a number, a percentage of the destination such as 5%, or -1 for no limit",
            "--max-delete",
            "LIMIT"),
    MIN_SYNC(
            "mirror.min-sync",
            "10",
            number(0, Integer.MAX_VALUE),
            "delete nothing unless so many objects are equal already",
            "--min-sync",
            "N"),
    ALLOW_EMPTY_SOURCE(
            "mirror.allow-empty-source",
            "false",
            toggle(),
            "let a source that lists nothing empty the destination",
            "--allow-empty-source",
            ""),
    BACKUP_PREFIX(
            "mirror.backup-prefix",
            "",
            text(),
            "keep what is overwritten or deleted below this prefix of the destination's bucket",
            "--backup-prefix",
            "PREFIX"),
    NO_CREATE("mirror.no-create", "false", toggle(), "refuse to create a missing destination", "--no-create", ""),
    QUIET("mirror.quiet", "false", toggle(), "no progress, and no log below a warning", "--quiet", ""),
    VERBOSE(
            "mirror.verbose",
            "false",
            toggle(),
            "print a line for each object with what was done with it, its size, the time it took and why",
            new CommandOption("--verbose", "", "-v")),
    DEBUG("mirror.debug", "false", toggle(), "a detailed log, with stack traces", "--debug", "BOOL"),
    JSON_LOG("mirror.json-log", "false", toggle(), "log in lines of JSON, for machines", "--json-log", ""),
    LOCK_DIR(
            "mirror.lock-dir",
            "",
            text(),
            "where the scenarios' locks lie; empty: below /run, or in the temporary directory",
            "--lock-dir",
            "DIR"),
    WAIT(
            "mirror.wait",
            "false",
            toggle(),
            "wait for another run of the scenario to end instead of leaving it out",
            "--wait",
            ""),
    LEASE(
            "mirror.lease",
            "off",
            new SettingKind.Age(
                    "off", Duration.ofSeconds(20), Duration.ofDays(1), "a time from 20s to 1d, such as 2m, or off"),
            "keep other machines from the destination by an object there that holds so long without being renewed: 2m, 10m;"
                    + " off: no such object",
            "--lease",
            "TIME"),
    GRACE(
            "mirror.grace",
            "30",
            number(0, 3600),
            "seconds that copies in flight may go on after SIGINT or SIGTERM, 0 to 3600",
            "--grace",
            "SECONDS"),
    RETRIES("mirror.retries", "6", number(0, 20), "how often a failed copy, part or page is tried again, 0 to 20"),
    RETRIES_THROTTLED(
            "mirror.retries.throttled",
            "20",
            number(0, 1000),
            "how often one that a store throttled is tried again, 0 to 1000"),
    RETRY_DELAY(
            "mirror.retry.delay",
            "200",
            number(0, 10_000),
            "milliseconds before the first retry, 0 to 10000; each further one waits three times as long, up to ten seconds"),
    STATE_DIR(
            "mirror.state-dir",
            "",
            text(),
            "where the history of runs and notes of unfinished uploads are kept; empty: ~/.local/state/multi-cloud-mirror",
            "--state-dir",
            "DIR"),
    HISTORY("mirror.history", "1000", number(0, 1_000_000), "how many runs the history keeps, 0 to 1000000"),
    HISTORY_KEEP_AGE(
            "mirror.history.keep-age",
            "",
            keptFor(),
            "runs that began longer ago leave the history: 30d, 12w; empty: none does for its age"),

    RANGES("mirror.ranges", "seda:mirror-ranges", text(), "the queue between planning and listing, a Camel endpoint"),
    LISTINGS(
            "mirror.listings",
            "8",
            number(1, 64),
            "how many key ranges are listed at the same time, over all scenarios, 1 to 64",
            "--listings",
            "N"),
    QUEUE("mirror.queue", "seda:mirror-queue", text(), "the queue between listing and copying, a Camel endpoint"),
    QUEUE_SIZE("mirror.queue.size", "1000", number(1, 1_000_000), "how many objects wait in it at most, 1 to 1000000"),

    REPORT(
            "mirror.report",
            "",
            text(),
            "the report file, a line an object that was not simply equal: JSON Lines, or CSV where it ends in .csv",
            "--report",
            "FILE"),
    REPORT_DIR(
            "mirror.report.dir",
            "",
            text(),
            "a directory that keeps the report of every run, each in a file of its own"),
    REPORT_KEEP(
            "mirror.report.keep",
            "0",
            number(0, 1_000_000),
            "how many reports mirror.report.dir keeps, the newest, 0 to 1000000; 0: all"),
    REPORT_KEEP_AGE("mirror.report.keep-age", "", keptFor(), "how long it keeps them, such as 30d; empty: for ever"),
    REPORT_RETRIES(
            "mirror.report.retries",
            "2",
            number(0, 20),
            "how often a mail, a webhook, a ping or an archive that failed is tried again, 0 to 20"),
    REPORT_DEADLINE(
            "mirror.report.deadline",
            "120",
            number(1, 3600),
            "seconds that a mail, a webhook or a ping may take, retries included, 1 to 3600"),
    MAIL_FROM(
            "mirror.mail.from",
            "",
            new MailAddresses(1),
            "the status mail's sender; it is sent when both addresses are set",
            "--from",
            "ADDR"),
    MAIL_TO(
            "mirror.mail.to",
            "",
            new MailAddresses(Integer.MAX_VALUE),
            "its recipients, separated by commas",
            "--to",
            "ADDR[,ADDR...]"),
    MAIL_WHEN(
            "mirror.mail.when",
            "always",
            SettingKind.Words.policies(),
            "when it is sent: always, on-change (something was copied or failed), on-failure, on-recovery (the first run"
                    + " that is ok after one that was not), or several of them, separated by commas",
            "--mail-when",
            "WHEN"),
    MAIL_SUBJECT(
            "mirror.mail.subject",
            "",
            text(),
            "its subject; empty: [Multi-Cloud Mirror] Script Run at <time>",
            "--subject",
            "TEXT"),
    MAIL_HOST("mirror.mail.host", "localhost", text(), "the mail server"),
    MAIL_PORT("mirror.mail.port", "25", number(1, 65_535), "its port, 1 to 65535"),
    MAIL_TLS(
            "mirror.mail.tls",
            "",
            choice("", "none", "starttls", "implicit"),
            "how the connection is encrypted: none, starttls (required) or implicit (TLS from the first byte);"
                    + " empty: implicit on port 465, starttls with a login, else none"),
    MAIL_STARTTLS(
            "mirror.mail.starttls",
            "",
            choice("", "true", "false"),
            "the older way to write mirror.mail.tls, which goes before it: true for starttls, false for none"),
    MAIL_USERNAME("mirror.mail.username", "", text(), "the login at the mail server; empty: none"),
    MAIL_PASSWORD("mirror.mail.password", "", new SecretKind.Secret(), "its password"),
    MAIL_ATTACHMENT_MAX("mirror.mail.attachment-max", "5M", size(), "the most that the attached CSV may have, gzipped"),
    WEBHOOK(
            "mirror.webhook",
            "",
            text(),
            "the webhooks that are told of each run, by the names of their mirror.webhooks.NAME.url",
            "--webhook",
            "NAME[,NAME...]"),
    PING(
            "mirror.ping",
            "",
            text(),
            "the addresses that are called at start, success and failure, by the names of their mirror.pings.NAME.url",
            "--ping",
            "NAME[,NAME...]"),

    HTTP_CONNECT_TIMEOUT(
            "mirror.http.connect-timeout", "10", number(1, 3600), "seconds to connect to a store, 1 to 3600"),
    HTTP_READ_TIMEOUT(
            "mirror.http.read-timeout",
            "60",
            number(1, 3600),
            "seconds of silence before a store is given up, 1 to 3600"),
    HTTP_MIN_RATE(
            "mirror.http.min-rate",
            "128",
            number(1, 1 << 20),
            "bytes a second that a connection must move over read-timeout seconds of waiting for it, 1 to 1048576"),
    HTTP_CA(
            "mirror.http.ca",
            "",
            text(),
            "a PEM file of certificates that are trusted besides Java's own, such as those of a private CA"),
    HTTP_PROXY(
            "mirror.http.proxy",
            "",
            new SecretKind.UrlWithLogin(),
            "the HTTP proxy on the way to the stores: http://host:port or http://user:password@host:port"),
    HTTP_NO_PROXY(
            "mirror.http.no-proxy",
            "localhost,127.0.0.1",
            text(),
            "hosts that are reached without it, separated by commas; .example.org is every host below"),

    ROUTES(
            "mirror.routes",
            "",
            text(),
            "a directory of routes that go before those of the same file name",
            "--routes",
            "DIR"),
    SCENARIOS(
            "mirror.scenarios",
            "",
            text(),
            "the service's scheduled scenarios; empty: routes/scenarios.camel.yaml",
            "--scenarios",
            "FILE"),
    OBSERVE_HOST("mirror.observe.host", "127.0.0.1", text(), "the address of the service's health and metrics"),
    OBSERVE_PORT("mirror.observe.port", "9876", number(0, 65_535), "their port, 1 to 65535; 0: none"),
    CONTROL(
            "mirror.control",
            "true",
            toggle(),
            "let status, trigger, pause, resume and cancel reach the service, over a loopback port and a token that its user"
                    + " alone can read");

    private static final Map<String, Setting> BY_PROPERTY =
            Arrays.stream(values()).collect(Collectors.toMap(Setting::property, Function.identity()));

    private final String property;
    private final String defaultValue;
    private final SettingKind kind;
    private final String description;
    private final @Nullable CommandOption option;

    Setting(String property, String defaultValue, SettingKind kind, String description) {
        this(property, defaultValue, kind, description, null);
    }

    Setting(String property, String defaultValue, SettingKind kind, String description, String option, String value) {
        this(property, defaultValue, kind, description, new CommandOption(option, value));
    }

    Setting(
            String property,
            String defaultValue,
            SettingKind kind,
            String description,
            @Nullable CommandOption option) {
        this.property = property;
        this.defaultValue = defaultValue;
        this.kind = kind;
        this.description = description;
        this.option = option;
    }

    private static SettingKind text() {
        return new SettingKind.Text();
    }

    private static SettingKind toggle() {
        return new SettingKind.Switch();
    }

    private static SettingKind size() {
        return new SettingKind.Size(1, Long.MAX_VALUE);
    }

    private static SettingKind size(long least, long most) {
        return new SettingKind.Size(least, most);
    }

    /** How long something is kept: none at all would be kept for no time, while 0 of a number means all. */
    private static SettingKind keptFor() {
        return new SettingKind.Age(
                "",
                Duration.ofMinutes(1),
                Duration.ofDays(36_500),
                "a time from 1m up, such as 12h, 30d or 52w, or nothing");
    }

    private static SettingKind number(int least, int most) {
        return new SettingKind.WholeNumber(least, most);
    }

    private static SettingKind choice(String... words) {
        return new SettingKind.Choice(List.of(words));
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

    public SettingKind kind() {
        return kind;
    }

    public String description() {
        return description;
    }

    /** How it is written on the command line, if it can be. */
    public Optional<CommandOption> option() {
        return Optional.ofNullable(option);
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
