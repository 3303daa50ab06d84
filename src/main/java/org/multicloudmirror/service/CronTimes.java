package org.multicloudmirror.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The next times of all {@code cron} triggers, which Quartz computes once and then waits for. */
final class CronTimes {

    private final Scheduler scheduler;

    CronTimes(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Computes them from a moment on, whatever was computed before. */
    void setAnew(Instant from) throws SchedulerException {
        Date start = Date.from(from);
        List<Trigger> anew = new ArrayList<>();
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            if (scheduler.getTrigger(key) instanceof CronTrigger trigger && trigger.getFireTimeAfter(start) != null) {
                anew.add(trigger.getTriggerBuilder().startAt(start).build());
            }
        }
        // Quartz may be waiting for another already; it gives that up for an earlier one, and hears the last
        anew.sort(Comparator.comparing((Trigger trigger) -> trigger.getFireTimeAfter(start))
                .reversed());
        for (Trigger trigger : anew) {
            scheduler.rescheduleJob(trigger.getKey(), trigger);
        }
    }
}
