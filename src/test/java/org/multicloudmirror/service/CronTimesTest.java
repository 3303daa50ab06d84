package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

class CronTimesTest {

    private final Scheduler scheduler = scheduler();

    @AfterEach
    void end() throws SchedulerException {
        scheduler.shutdown();
    }

    @Test
    void setsCronToTheNextTimeByTheClockAsItIs() throws SchedulerException {
        Instant before = Instant.now().plus(Duration.ofHours(10));
        schedule("hourly", "0 0 * * * ?", before);
        schedule("daily", "0 0 3 * * ?", before);
        Instant now = Instant.now();

        new CronTimes(scheduler).setAnew(now);

        assertThat(next("hourly")).isBetween(now, now.plus(Duration.ofHours(1)));
        assertThat(next("daily")).isBetween(now, now.plus(Duration.ofHours(24)));
    }

    @Test
    void keepsWhatTheTriggerSays() throws SchedulerException {
        schedule("daily", "0 0 3 * * ?", Instant.now().plus(Duration.ofHours(10)));

        new CronTimes(scheduler).setAnew(Instant.now());

        CronTrigger trigger = (CronTrigger) scheduler.getTrigger(new TriggerKey("daily"));
        assertThat(trigger.getTimeZone().getID()).isEqualTo("Europe/Berlin");
        assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
        assertThat(trigger.getJobDataMap()).containsEntry("key", "value");
    }

    @Test
    void leavesWhatIsNoCron() throws SchedulerException {
        Date start = Date.from(Instant.now().plus(Duration.ofHours(10)));
        SimpleTrigger trigger = TriggerBuilder.newTrigger()
                .withIdentity("once")
                .startAt(start)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule())
                .build();
        schedule(trigger);

        new CronTimes(scheduler).setAnew(Instant.now());

        assertThat(next("once")).isEqualTo(start.toInstant());
    }

    private void schedule(String name, String cron, Instant start) throws SchedulerException {
        schedule(TriggerBuilder.newTrigger()
                .withIdentity(name)
                .startAt(Date.from(start))
                .usingJobData("key", "value")
                .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                        .inTimeZone(TimeZone.getTimeZone("Europe/Berlin"))
                        .withMisfireHandlingInstructionDoNothing())
                .build());
    }

    private void schedule(Trigger trigger) throws SchedulerException {
        scheduler.scheduleJob(JobBuilder.newJob(Nothing.class).build(), trigger);
    }

    private Instant next(String name) throws SchedulerException {
        return scheduler.getTrigger(new TriggerKey(name)).getNextFireTime().toInstant();
    }

    private static Scheduler scheduler() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "cron-times");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        try {
            return new StdSchedulerFactory(properties).getScheduler();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is never run. */
    public static final class Nothing implements Job {

        @Override
        public void execute(JobExecutionContext context) {}
    }
}
