package org.multicloudmirror.app;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.apache.camel.support.TypeConverterSupport;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/**
 * What edited routes of the version before may still name, for one release: the shipped ones need none of it. The files
 * that do are named when the program starts.
 */
final class EarlierRoutes {

    private EarlierRoutes() {}

    /** Binds the names that are gone. What they were asked about does not come any more. */
    static void bind(Main main) {
        main.bind("is-queued", (Predicate) exchange -> true);
        main.bind("make-skip", (Processor) exchange -> {
            throw new IllegalStateException("nothing that is left out is sent any more");
        });
    }

    /** Lets a task stand for the object in work that it became, which beans take now. */
    static void addConversion(CamelContext camel) {
        camel.getTypeConverterRegistry().addTypeConverter(Copy.class, CopyTask.class, new TypeConverterSupport() {
            @Override
            public <T> @Nullable T convertTo(Class<T> type, @Nullable Exchange exchange, Object task) {
                return exchange == null ? null : exchange.getProperty(CopySteps.COPY, type);
            }
        });
    }

    /** The threads that mirror-delete split its batches on. */
    static void addThreads(Map<String, Object> properties, String number) {
        String pool = "camel.threadpool.config[mirror-delete].";
        properties.put(pool + "id", "mirror-delete");
        properties.put(pool + "pool-size", number);
        properties.put(pool + "max-pool-size", number);
        properties.put(pool + "max-queue-size", number);
        properties.put(pool + "rejected-policy", "CallerRuns");
    }

    /** How mirror-mail spoke to its server. */
    static void addMail(Map<String, Object> properties, Settings settings) {
        properties.put("mirror.mail.auth", !settings.text(Setting.MAIL_USERNAME).isEmpty());
        properties.put(
                Setting.MAIL_STARTTLS.property(),
                settings.isOn(Setting.MAIL_STARTTLS)
                        || settings.text(Setting.MAIL_TLS).equals("starttls"));
    }
}
