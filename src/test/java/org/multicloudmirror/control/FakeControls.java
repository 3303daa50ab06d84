package org.multicloudmirror.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that writes down what it is told. */
final class FakeControls implements Controls {

    static final Instant NOW = Instant.parse("2026-11-30T21:00:00Z");

    private final List<String> told = new CopyOnWriteArrayList<>();

    List<String> told() {
        return told;
    }

    /** A scenario whose last run ended as this word says, an hour before. */
    static ScenarioStatus scenario(String name, String status) {
        LastRun last = new LastRun(NOW.minusSeconds(3605), status, Duration.ofSeconds(5), "");
        return new ScenarioStatus(
                name,
                "s3://a->cf://b",
                new Schedule("every", "4h", ""),
                null,
                last,
                last.isOk() ? last.ended() : null,
                NOW.plusSeconds(3 * 3600),
                false,
                List.of());
    }

    @Override
    public ServiceStatus status() {
        told.add("status");
        return new ServiceStatus(
                NOW,
                new ServiceStatus.Running(1, NOW.minusSeconds(60), "1.0"),
                List.of(scenario("photos", "ok")),
                "scenarios.yaml",
                List.of(),
                List.of());
    }

    @Override
    public Answer trigger(String name) {
        told.add("trigger " + name);
        return new Answer(Answer.Result.DONE, name + " runs now", "7");
    }

    @Override
    public Answer end(String ticket) {
        told.add("end " + ticket);
        return Answer.done("ok");
    }

    @Override
    public Answer pause(Optional<String> name, Instant until) {
        told.add("pause " + name.orElse("all") + " " + until);
        return Answer.done("paused");
    }

    @Override
    public Answer resume(Optional<String> name) {
        told.add("resume " + name.orElse("all"));
        return Answer.done("resumed");
    }

    @Override
    public Answer cancel(String name) {
        told.add("cancel " + name);
        return Answer.of(Answer.Result.UNKNOWN, "there is no such");
    }
}
