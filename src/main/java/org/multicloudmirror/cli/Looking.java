package org.multicloudmirror.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import org.multicloudmirror.app.OpenStores;
import org.multicloudmirror.browse.Patience;
import org.multicloudmirror.browse.Place;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.spelling.Closest;
import picocli.CommandLine;

/** What {@code ls}, {@code size} and {@code cat} have in common: a place in a store, and a reader who may have left. */
final class Looking {

    private static final String DIVIDER = "://";

    /** What is done with a place. */
    @FunctionalInterface
    interface Look {
        void at(Place place, OutputStream out) throws IOException;
    }

    private Looking() {}

    /**
     * Looks at a place.
     *
     * @param text such as {@code s3://photos/2026}
     * @throws InvalidSettingException when it names no configured store
     */
    static int at(String text, CommandLine command, Look look) {
        Settings settings = Setup.of(command.getParseResult()).settings();
        int divider = text.indexOf(DIVIDER);
        if (divider < 0) {
            throw new InvalidSettingException("\"" + text + "\" names no store; write it as s3://bucket/key");
        }
        String name = known(text.substring(0, divider), settings.stores());
        String path = text.substring(divider + DIVIDER.length());
        int slash = path.indexOf('/');
        Patience patience = new Patience();
        try (OpenStores stores = new OpenStores(settings);
                OutputStream out = patience.with(new BufferedOutputStream(Stdout.bytes(command.getOut())))) {
            return patience.within(() -> {
                Place place = new Place(
                        patience.with(stores.named(name)),
                        name,
                        slash < 0 ? path : path.substring(0, slash),
                        slash < 0 ? "" : path.substring(slash + 1));
                return looked(place, out, look, command);
            });
        } catch (IOException e) {
            return unwritten(command, e);
        }
    }

    private static int looked(Place place, OutputStream out, Look look, CommandLine command) {
        try {
            look.at(place, out);
            out.flush();
            return ExitCode.OK;
        } catch (IOException e) {
            return unwritten(command, e);
        }
    }

    /** As other tools, it ends without a word when nobody reads any more. */
    private static int unwritten(CommandLine command, IOException failure) {
        String why = String.valueOf(failure.getMessage());
        if (why.toLowerCase(Locale.ROOT).contains("pipe")) {
            return ExitCode.NOBODY_READS;
        }
        command.getErr().println("multi-cloud-mirror: the output cannot be written: " + why);
        return ExitCode.COULD_NOT_RUN;
    }

    /** That a bucket is named.
     *
     * @throws InvalidSettingException when none is
     */
    static void requireBucket(Place place) {
        if (place.bucket().isEmpty()) {
            throw new InvalidSettingException("\"" + place + "\" names no bucket; write it as s3://bucket/key");
        }
    }

    private static String known(String store, Set<String> stores) {
        if (!stores.contains(store)) {
            throw new InvalidSettingException("the store \"" + store + "\" is unknown" + Closest.question(store, stores)
                    + "; use one of " + String.join(", ", stores) + ", or configure mirror.stores."
                    + (store.isEmpty() ? "NAME" : store) + ".driver");
        }
        return store;
    }
}
