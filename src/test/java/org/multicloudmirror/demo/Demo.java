package org.multicloudmirror.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.multicloudmirror.app.Application;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.app.OneShot;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.stores.StoreRegistry;

/**
 * The main job without any cloud account: an S3 server in this process, a second store in a folder, a mail server in
 * this process; everything between them is the product as it ships.
 */
public final class Demo {

    private static final String SCENARIO = "s3://" + DemoPhotos.BUCKET + "->cf://" + DemoPhotos.BUCKET;

    private final PrintWriter out;
    private final Path home = Home.find().directory().orElseThrow();
    private final Path folder = home.resolve("target/demo");
    private final Path copies = folder.resolve("cf");
    private final Path report = folder.resolve("report.jsonl");

    Demo(PrintWriter out) {
        this.out = out;
    }

    /** Runs the demo; exits with 0 when both runs did what they should. */
    public static void main(String[] args) throws Exception {
        System.exit(new Demo(new PrintWriter(System.out, true, UTF_8)).run() ? 0 : 1);
    }

    /** Runs the demo; false when one of its two runs did something else than it should. */
    boolean run() throws Exception {
        deleteOldCopies();
        Files.createDirectories(copies);
        try (DemoServers servers = new DemoServers()) {
            Settings settings = settings(servers);
            try (StoreRegistry stores = new StoreRegistry(settings)) {
                DemoPhotos photos = new DemoPhotos(stores.named("s3"));
                photos.create();
                title("First run: multi-cloud-mirror '" + SCENARIO + "'");
                boolean first = mirror(settings);
                title("The status mail that arrived");
                show(servers.lastMail());
                title("The copies lie in " + copies.resolve(DemoPhotos.BUCKET));
                listCopies();
                List<String> changed = photos.change();
                title("Two objects changed at the source: " + String.join(", ", changed) + ". Second run");
                boolean second = mirror(settings);
                title("What the report of the second run names (" + report + ")");
                List<String> lines = Files.readAllLines(report);
                lines.forEach(out::println);
                return first && second && lines.size() == changed.size() + 1;
            }
        }
    }

    /** The configuration that a user would write for these two stores. */
    private Settings settings(DemoServers servers) throws IOException {
        Path file = folder.resolve("demo.properties");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "mirror.stores.s3.endpoint=" + servers.s3Endpoint(),
                        "mirror.stores.s3.access-key=" + DemoServers.ACCESS_KEY,
                        "mirror.stores.s3.secret-key=" + DemoServers.SECRET_KEY,
                        "mirror.stores.cf.provider=filesystem",
                        "mirror.stores.cf.identity=demo",
                        "mirror.stores.cf.credential=demo",
                        "mirror.stores.cf.options.jclouds.filesystem.basedir=" + copies,
                        "mirror.mail.from=mirror@localhost",
                        "mirror.mail.to=you@localhost",
                        "mirror.mail.host=127.0.0.1",
                        "mirror.mail.port=" + servers.mailPort(),
                        "mirror.report=" + report,
                        "mirror.state-dir=" + folder,
                        ""));
        return new SettingsLoader()
                .file(home.resolve("config/application.properties"))
                .file(file)
                .load();
    }

    private boolean mirror(Settings settings) {
        Scenario scenario = new ScenarioParser(settings.stores()).parse(SCENARIO);
        try (Application application = new Application(Home.at(home), settings, false)) {
            return new OneShot(application, settings, out).run(List.of(scenario)) == RunStatus.OK;
        }
    }

    private void title(String text) {
        out.println();
        out.println("== " + text);
    }

    private void show(MimeMessage mail) throws Exception {
        out.println("Subject: " + mail.getSubject());
        out.println();
        out.println(text(mail));
    }

    private static String text(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private void listCopies() throws Exception {
        try (Stream<Path> files = Files.walk(copies)) {
            out.println(files.filter(Files::isRegularFile).count() + " files, such as "
                    + copies.resolve(DemoPhotos.BUCKET).resolve("film.mov"));
        }
    }

    private void deleteOldCopies() throws Exception {
        if (Files.exists(copies)) {
            try (Stream<Path> files = Files.walk(copies)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
