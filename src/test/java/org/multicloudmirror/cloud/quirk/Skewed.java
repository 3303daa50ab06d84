package org.multicloudmirror.cloud.quirk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** An S3 whose clock is off, or ours; it takes signatures of its own quarter of an hour only. */
public record Skewed(AtomicReference<Duration> ahead) implements Quirk {

    private static final Duration TAKEN = Duration.ofMinutes(15);
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TOLD = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public Skewed(Duration ahead) {
        this(new AtomicReference<>(ahead));
    }

    private Instant now() {
        return Instant.now().plus(ahead.get());
    }

    @Override
    public Optional<Reply> instead(Call call) {
        if (!call.isS3()) {
            return Optional.empty();
        }
        Instant signed = Instant.from(SIGNED.parse(call.header("x-amz-date").orElseThrow()));
        return Duration.between(signed, now()).abs().compareTo(TAKEN) > 0
                ? Optional.of(Reply.error(
                        403, "RequestTimeTooSkewed", "The difference between the request time and ours is too large."))
                : Optional.empty();
    }

    @Override
    public Reply after(Call call, Reply reply) {
        return call.isS3() ? reply.with("Date", TOLD.format(now())) : reply;
    }
}
