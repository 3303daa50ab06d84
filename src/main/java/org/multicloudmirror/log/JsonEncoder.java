package org.multicloudmirror.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.event.KeyValuePair;

/**
 * One line of JSON an event: {@code time}, {@code level}, {@code logger}, {@code run} and {@code scenario} where there
 * is one, what the line is about ({@code store}, {@code key}, {@code status}, {@code attempt}, {@code reason}),
 * {@code message}, {@code exception}. Whatever is not ASCII is escaped, control characters with it.
 */
public final class JsonEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NONE = {};
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ThrowableProxyConverter exceptions = new ThrowableProxyConverter();
    private boolean withExceptions;

    /** Whether all stack traces are written; otherwise the message has to do, but for errors of our own. */
    public void setWithExceptions(boolean wanted) {
        withExceptions = wanted;
    }

    @Override
    public void start() {
        exceptions.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NONE;
    }

    @Override
    public byte[] footerBytes() {
        return NONE;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", event.getInstant().toString());
            json.writeStringField("level", event.getLevel().toString());
            json.writeStringField("logger", event.getLoggerName());
            for (var field : new TreeMap<>(event.getMDCPropertyMap()).entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            for (KeyValuePair field : fields(event)) {
                write(json, field);
            }
            json.writeStringField("message", event.getFormattedMessage());
            if (event.getThrowableProxy() != null && (withExceptions || OwnTrace.isWantedOf(event))) {
                json.writeStringField("exception", exceptions.convert(event));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Those that are given to the line, if any. */
    private static List<KeyValuePair> fields(ILoggingEvent event) {
        return Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
    }

    private static void write(JsonGenerator json, KeyValuePair field) throws IOException {
        if (field.value instanceof Integer number) {
            json.writeNumberField(field.key, number);
        } else {
            json.writeStringField(field.key, String.valueOf(field.value));
        }
    }
}
