package org.multicloudmirror.app;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.SynchronizationAdapter;
import org.multicloudmirror.delivery.RunReports;
import org.multicloudmirror.mirror.backup.Backup;
import org.multicloudmirror.mirror.copy.Inspection;
import org.multicloudmirror.mirror.copy.Outcomes;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.copy.Verdict;
import org.multicloudmirror.mirror.list.SourcePage;
import org.multicloudmirror.mirror.outcome.OutcomeAggregation;
import org.multicloudmirror.mirror.outcome.Tally;
import org.multicloudmirror.mirror.parts.InOnePiece;
import org.multicloudmirror.mirror.parts.OrphanedUploads;
import org.multicloudmirror.mirror.parts.PartedCopy;
import org.multicloudmirror.mirror.parts.Parts;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.mirror.work.CopyRuns;
import org.multicloudmirror.mirror.work.InHand;
import org.multicloudmirror.storage.BrokenDownException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.PartedUpload;

/**
 * What the routes do with every object, under the names that they call it by. A bean call in a route evaluates an
 * expression for each argument and costs as much as a request over loopback; these cost a call. What a run does once, or
 * with few objects, is a bean call.
 */
final class CopySteps {

    private static final String TASK = "MirrorTask";
    private static final String VERDICT = "MirrorVerdict";
    private static final String FAILURE = "MirrorFailure";
    private static final String SEGMENTS = "MirrorSegments";
    private static final String WAY = "MirrorWay";
    private static final String PLANNED = "MirrorPlanned";
    private static final String PROOF = "MirrorProof";
    private static final String SOURCE = "MirrorSource";
    private static final String DESTINATION = "MirrorDestination";

    /** Where an exchange has its copy: a message that is delivered again is the one before it failed, its properties stay. */
    static final String COPY = "MirrorCopy";

    /** Set by whoever delivers a task again that another process may have worked on. */
    private static final String REPEATED = "MirrorRepeated";

    /** What is done with a message. */
    private interface Step {
        void on(Message message) throws Exception;
    }

    private final Main main;
    private final CopyRuns runs;
    private final InHand<CopyTask> inHand;

    CopySteps(Main main, CopyRuns runs, InHand<CopyTask> inHand) {
        this.main = main;
        this.runs = runs;
        this.inHand = inHand;
    }

    /** What mirror-list does with what is not equal. */
    void bindListing() {
        main.bind(
                "cut-ranges", value(message -> message.getBody(SourcePage.class).cut()));
        main.bind(
                "task-key",
                value(message -> message.getBody(CopyTask.class).entry().key()));
    }

    /** What mirror-copy decides, and what it ends in. */
    void bindTask(Inspection inspection, Backup backup, Outcomes outcomes) {
        step("inspect", message -> {
            Copy copy = taken(message);
            message.setHeader(TASK, copy.task());
            message.setHeader(VERDICT, inspection.verdict(copy));
            message.setHeader(SOURCE, copy.task().source());
            message.setHeader(DESTINATION, copy.task().destination());
        });
        test("is-to-be-written", message -> message.getHeader(VERDICT, Verdict.class)
                .isToBeWritten());
        step("keep-backup", message -> backup.keep(copy(message)));
        step(
                "make-outcome",
                message -> message.setBody(outcomes.of(
                        taken(message),
                        message.getHeader(VERDICT, Verdict.class),
                        message.getHeader(FAILURE, Exception.class))));
    }

    /** An attempt to copy. */
    void bindTransfer(Transfer transfer, Parts parts, InOnePiece uncut, OrphanedUploads orphaned) {
        CopyWays ways = new CopyWays(transfer, parts);
        main.bind("copyWays", ways);
        step("begin-attempt", message -> {
            Copy copy = copy(message);
            transfer.begin(copy);
            // of the attempt before
            message.removeHeader(PLANNED);
            message.removeHeader(PROOF);
            message.setHeader(SEGMENTS, orphaned.replacing(copy));
            message.setHeader(WAY, ways.of(copy, message.getHeader(VERDICT, Verdict.class)));
        });
        test(
                "is-large-after-all",
                message -> parts.isLargeAfterAll(copy(message), message.getBody(ObjectContent.class)));
        step("prepare-upload", message -> {
            ObjectContent content = message.getBody(ObjectContent.class);
            PartedCopy planned = message.getHeader(PLANNED, PartedCopy.class);
            if (planned == null) {
                message.setBody(transfer.prepare(copy(message), content));
            } else {
                InOnePiece.Proven proven = uncut.prepare(planned, content);
                message.setHeader(PROOF, proven.proof());
                message.setBody(proven.upload());
            }
        });
        step("note-arrival", message -> {
            transfer.arrived(
                    copy(message), message.getBody(ETag.class), message.getHeader(PROOF, Proof.SENT, Proof.class));
            PartedCopy planned = message.getHeader(PLANNED, PartedCopy.class);
            if (planned != null) {
                parts.streamed(planned);
            }
        });
        step(
                "drop-segments",
                message -> orphaned.replaced(copy(message), message.getHeader(SEGMENTS, PartedUpload.class)));
    }

    /** What mirror-outcome does with each outcome. */
    void bindOutcome(OutcomeAggregation aggregation, RunReports runReports) {
        step("write-to-report", message -> {
            if (aggregation.arrives(message.getBody())) {
                runReports.record(message.getBody());
            } else {
                message.getExchange().setRouteStop(true);
            }
        });
        test("is-complete", message -> message.getBody(Tally.class).isComplete());
    }

    private void step(String name, Step step) {
        main.bind(name, (Processor) exchange -> {
            try {
                step.on(exchange.getMessage());
            } catch (Error e) {
                throw BrokenDownException.of(e);
            }
        });
    }

    private void test(String name, java.util.function.Predicate<Message> test) {
        main.bind(name, (Predicate) exchange -> test.test(exchange.getMessage()));
    }

    private static Expression value(Function<Message, Object> value) {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return value.apply(exchange.getMessage());
            }
        };
    }

    private static Copy copy(Message message) {
        return message.getExchange().getProperty(COPY, Copy.class);
    }

    /** The object that a worker has taken from the queue, in hand from the first look at it until its exchange is done. */
    private Copy taken(Message message) {
        Exchange exchange = message.getExchange();
        Copy begun = exchange.getProperty(COPY, Copy.class);
        if (begun != null) {
            return begun;
        }
        CopyTask task = message.getBody(CopyTask.class);
        CopyRun run = runs.byId(task.runId());
        boolean isFirst = run.begin(task) && message.getHeader(REPEATED) == null;
        Copy copy = isFirst ? new Copy(task, run) : Copy.repeated(task, run);
        exchange.setProperty(COPY, copy);
        InHand.Held<CopyTask> held = inHand.hold(task);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                held.close();
            }
        });
        return copy;
    }
}
