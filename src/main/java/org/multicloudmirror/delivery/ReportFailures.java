package org.multicloudmirror.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.storage.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that a mail, a webhook or an archive file could not be delivered: the run and its exit code stand. */
public final class ReportFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFailures.class);

    private final @Nullable BiConsumer<String, Boolean> observer;

    /**
     * @param observer is told the route and whether it delivered; null where nobody watches
     */
    public ReportFailures(@Nullable BiConsumer<String, Boolean> observer) {
        this.observer = observer;
    }

    /** A hook has been called, and did not fail. */
    public void called(String hook) {
        if (observer != null) {
            observer.accept(hook, true);
        }
    }

    /** Nobody is told by a route. */
    public void lost(String route) {
        if (observer != null) {
            observer.accept(route, false);
        }
    }

    /** Whether some of a mail's recipients got it. */
    public boolean hasArrived(SendFailedException failure) {
        return hasAny(failure.getValidSentAddresses());
    }

    /**
     * Whether a mail is not tried again: some of its recipients got it, or half of its time is over, and the other half is
     * what an attempt may take.
     *
     * @param seconds that it may take
     */
    public boolean isOver(MessagingException failure, Exchange exchange, int seconds) {
        return (failure instanceof SendFailedException partly && hasArrived(partly))
                || exchange.getClock().elapsed() >= TimeUnit.SECONDS.toMillis(seconds) / 2;
    }

    private static String refusal(SendFailedException failure) {
        String addresses = Stream.of(failure.getInvalidAddresses(), failure.getValidUnsentAddresses())
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .map(Address::toString)
                .collect(Collectors.joining(", "));
        return addresses + " (" + Reason.of(failure) + "); check --to";
    }

    /** Names the route that failed, the failure (which knows the mail server) and its innermost cause. */
    public void log(String route, Exception failure) {
        lost(route);
        if (failure instanceof SendFailedException refused && hasArrived(refused)) {
            LOG.error("{}: the others got it, and refused was {}", route, Keys.printable(refusal(refused)));
            return;
        }
        LOG.error("{} failed, the run stands: {}", route, Keys.printable(words(failure)));
        LOG.debug("{} failed", route, failure);
    }

    private static String words(Exception failure) {
        if (failure instanceof SendFailedException refused && hasAny(refused.getInvalidAddresses())) {
            return "the mail server refuses " + refusal(refused);
        }
        Throwable cause = failure.getCause();
        String message = failure.getMessage();
        return cause == null || message == null ? Reason.of(failure) : message.strip() + ": " + Reason.of(cause);
    }

    private static boolean hasAny(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0;
    }
}
