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
import java.util.TreeMap;

/**
 * One line of JSON an event: {@code time}, {@code level}, {@code logger}, {@code run} and {@code scenario} where there
 * is one, {@code message}, {@code exception}. Whatever is not ASCII is escaped, control characters with it.
 */
public final class JsonEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NONE = {};
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ThrowableProxyConverter exceptions = new ThrowableProxyConverter();
    private boolean withExceptions;

    /** Whether stack traces are written; otherwise the message has to do. */
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
            json.writeStringField("message", event.getFormattedMessage());
            if (withExceptions && event.getThrowableProxy() != null) {
                json.writeStringField("exception", exceptions.convert(event));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }
}
