package org.multicloudmirror.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.multicloudmirror.app.Engine;
import org.multicloudmirror.control.Answer;
import org.multicloudmirror.control.Answer.Result;
import org.multicloudmirror.control.Controls;
import org.multicloudmirror.control.KnownNames;
import org.multicloudmirror.control.PauseOrders;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.control.RunProgress;
import org.multicloudmirror.control.ServiceStatus;
import org.multicloudmirror.mirror.run.Progress;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.settings.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service as it is asked and told from outside. */
final class ServiceControl implements Controls, StatusBoard.Live {

    /** Shorter than an answer may take. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ServiceControl.class);

    private final ScenarioRoutes routes;
    private final ControlledRuns runs;
    private final Engine engine;
    private final Pauses pauses;
    private final StatusBoard board;
    private final Cancellation cancellation;
    private final String place;
    private final Supplier<List<String>> mistakes;
    private final Instant since = Instant.now();

    /**
     * @param place the scenarios file, or that there is none
     * @param mistakes why it is not what is scheduled
     */
    ServiceControl(
            ScenarioRoutes routes,
            ControlledRuns runs,
            Engine engine,
            Pauses pauses,
            StatusBoard board,
            Cancellation cancellation,
            String place,
            Supplier<List<String>> mistakes) {
        this.routes = routes;
        this.runs = runs;
        this.engine = engine;
        this.pauses = pauses;
        this.board = board;
        this.cancellation = cancellation;
        this.place = place;
        this.mistakes = mistakes;
    }

    @Override
    public ServiceStatus status() {
        return board.look(routes.all(), place, this, mistakes.get());
    }

    @Override
    public ServiceStatus.Running running() {
        return new ServiceStatus.Running(ProcessHandle.current().pid(), since, Version.current());
    }

    @Override
    public List<RunProgress> underWay(ScheduledScenario scenario) {
        return runsOf(scenario).stream().map(this::progress).toList();
    }

    @Override
    public Optional<Instant> lastReturn(ScheduledScenario scenario) {
        return runs.lastReturn(scenario.name());
    }

    private List<Run> runsOf(ScheduledScenario scenario) {
        return engine.runs().underWay().stream()
                .filter(run -> run.scenario().equals(scenario.scenario()))
                .toList();
    }

    private RunProgress progress(Run run) {
        Progress progress = run.progress();
        return new RunProgress(
                run.id(),
                run.started(),
                progress.listed(),
                progress.isListingEnded(),
                progress.queued(),
                progress.finished(),
                progress.failed(),
                progress.bytes(),
                engine.inFlight(run.id()),
                run.isStopping());
    }

    @Override
    public Answer trigger(String name) {
        Optional<ScheduledScenario> scheduled = routes.byName(name);
        if (engine.runs().isInterrupted()) {
            return new Answer(Result.ENDING, "the service is about to end; trigger it once it is back", "");
        }
        if (scheduled.isEmpty()) {
            return names().unknown(name);
        }
        Optional<String> closed = runs.closedNow(scheduled.get());
        if (closed.isPresent()) {
            return new Answer(Result.BUSY, name + " is not run between " + closed.get() + "; nothing was begun", "");
        }
        Optional<String> ticket = runsOf(scheduled.get()).isEmpty() ? runs.trigger(name) : Optional.empty();
        if (ticket.isEmpty()) {
            return new Answer(Result.BUSY, "a run of " + name + " is under way; nothing was begun", "");
        }
        LOG.info("{} was triggered", name);
        return new Answer(
                Result.DONE,
                name + " runs now" + (pauses.isPaused(name) ? "; its schedule stays paused" : ""),
                ticket.get());
    }

    @Override
    public Answer end(String ticket) {
        Optional<CompletableFuture<RunStatus>> ended = runs.ended(ticket);
        if (ended.isEmpty()) {
            return new Answer(Result.UNKNOWN, "no run has this ticket", "");
        }
        try {
            return Answer.done(
                    ended.get().get(WAIT.toMillis(), TimeUnit.MILLISECONDS).word());
        } catch (TimeoutException e) {
            return new Answer(Result.UNDER_WAY, "it is under way", "");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Result.ENDING, "the service is about to end", "");
        }
    }

    @Override
    public Answer pause(Optional<String> name, Instant until) {
        return told(new PauseOrders(pauses, names()).pause(name, until));
    }

    @Override
    public Answer resume(Optional<String> name) {
        return told(new PauseOrders(pauses, names()).resume(name));
    }

    private static Answer told(Answer answer) {
        if (answer.result() == Result.DONE) {
            LOG.info("{}", answer.message());
        }
        return answer;
    }

    @Override
    public Answer cancel(String name) {
        Optional<ScheduledScenario> scheduled = routes.byName(name);
        if (scheduled.isEmpty()) {
            return names().unknown(name);
        }
        List<Run> underWay = runsOf(scheduled.get());
        if (underWay.isEmpty()) {
            return Answer.done("no run of " + name + " is under way");
        }
        underWay.forEach(cancellation::end);
        LOG.warn(
                "{} is cancelled: copies in flight have {} s",
                name,
                cancellation.grace().toSeconds());
        return Answer.done("the run of " + name + " ends; copies in flight have "
                + cancellation.grace().toSeconds() + " s");
    }

    private KnownNames names() {
        return KnownNames.of(routes.all().stream().map(ScheduledScenario::name).toList(), place);
    }
}
