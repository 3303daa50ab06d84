package org.multicloudmirror.app;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.apache.camel.support.ExpressionAdapter;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Proof;
import org.multicloudmirror.mirror.backup.Backup;
import org.multicloudmirror.mirror.copy.Inspection;
import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.copy.Verdict;
import org.multicloudmirror.mirror.list.SourcePage;
import org.multicloudmirror.mirror.outcome.Outcomes;
import org.multicloudmirror.mirror.outcome.Tally;
import org.multicloudmirror.mirror.parts.InOnePiece;
import org.multicloudmirror.mirror.parts.Leftovers;
import org.multicloudmirror.mirror.parts.PartedCopy;
import org.multicloudmirror.mirror.parts.Parts;
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

    /** What is done with a message. */
    private interface Step {
        void on(Message message) throws Exception;
    }

    private final Main main;

    CopySteps(Main main) {
        this.main = main;
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
            CopyTask task = message.getBody(CopyTask.class);
            message.setHeader(TASK, task);
            message.setHeader(VERDICT, inspection.verdict(task));
            message.setHeader(SOURCE, task.source());
            message.setHeader(DESTINATION, task.destination());
        });
        test("is-to-be-written", message -> message.getHeader(VERDICT, Verdict.class)
                .isToBeWritten());
        step("keep-backup", message -> backup.keep(task(message)));
        step(
                "make-outcome",
                message -> message.setBody(outcomes.of(
                        task(message),
                        message.getHeader(VERDICT, Verdict.class),
                        message.getHeader(FAILURE, Exception.class))));
    }

    /** An attempt to copy. */
    void bindTransfer(Transfer transfer, Parts parts, InOnePiece uncut, Leftovers leftovers) {
        CopyWays ways = new CopyWays(transfer, parts);
        main.bind("copyWays", ways);
        step("begin-attempt", message -> {
            CopyTask task = task(message);
            transfer.begin(task);
            // of the attempt before
            message.removeHeader(PLANNED);
            message.removeHeader(PROOF);
            message.setHeader(SEGMENTS, leftovers.replacing(task));
            message.setHeader(WAY, ways.of(task, message.getHeader(VERDICT, Verdict.class)));
        });
        test(
                "is-large-after-all",
                message -> parts.isLargeAfterAll(task(message), message.getBody(ObjectContent.class)));
        step("prepare-upload", message -> {
            ObjectContent content = message.getBody(ObjectContent.class);
            PartedCopy planned = message.getHeader(PLANNED, PartedCopy.class);
            if (planned == null) {
                message.setBody(transfer.prepare(task(message), content));
            } else {
                InOnePiece.Proven proven = uncut.prepare(planned, content);
                message.setHeader(PROOF, proven.proof());
                message.setBody(proven.upload());
            }
        });
        step("note-arrival", message -> {
            transfer.arrived(
                    task(message), message.getBody(ETag.class), message.getHeader(PROOF, Proof.SENT, Proof.class));
            PartedCopy planned = message.getHeader(PLANNED, PartedCopy.class);
            if (planned != null) {
                parts.streamed(planned);
            }
        });
        step(
                "drop-segments",
                message -> leftovers.replaced(task(message), message.getHeader(SEGMENTS, PartedUpload.class)));
    }

    /** What mirror-outcome does with each outcome. */
    void bindOutcome(Journals journals) {
        step("write-to-report", message -> journals.record(message.getBody()));
        test("is-complete", message -> message.getBody(Tally.class).isComplete());
    }

    private void step(String name, Step step) {
        main.bind(name, (Processor) exchange -> {
            try {
                step.on(exchange.getMessage());
            } catch (Error e) {
                throw new BrokenDownException(e);
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

    private static CopyTask task(Message message) {
        return message.getHeader(TASK, CopyTask.class);
    }
}
