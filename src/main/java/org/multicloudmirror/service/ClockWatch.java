package org.multicloudmirror.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.multicloudmirror.metrics.Metrics;
import org.multicloudmirror.rotation.Looks;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what goes by the machine's clock right when that is put back: {@code cron}, and the age of what was good. */
final class ClockWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final CamelContext context;
    private final Metrics metrics;
    private final ClockSteps steps = new ClockSteps(InstantSource.system(), System::nanoTime);
    private final Looks looks = new Looks("clock");

    ClockWatch(CamelContext context, Metrics metrics) {
        this.context = context;
        this.metrics = metrics;
    }

    void start() {
        looks.start(() -> steps.back().ifPresent(this::back));
    }

    private void back(Duration step) {
        Instant now = Instant.now();
        LOG.warn("the machine's clock was put back by {} s; cron goes by the clock as it is now", step.toSeconds());
        metrics.clockPutBack(now);
        try {
            if (context.hasComponent("quartz") instanceof QuartzComponent quartz && quartz.getScheduler() != null) {
                new CronTimes(quartz.getScheduler()).setAnew(now);
            }
        } catch (SchedulerException | RuntimeException e) {
            LOG.error("cron could not be set anew; restart the service", e);
        }
    }

    @Override
    public void close() {
        looks.close();
    }
}
