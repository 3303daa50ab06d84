package org.multicloudmirror.component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ObjectContent;

/** Reads what {@code objectstore:get} has opened. What is not whole throws. */
@Converter(generateLoader = true)
public final class ObjectContentConverter {

    private ObjectContentConverter() {}

    @Converter
    public static InputStream toInputStream(ObjectContent content) {
        return new WholeStream(
                content.body(),
                "the object that was got",
                content.info().length(),
                content.info().etag());
    }

    @Converter
    public static byte[] toBytes(ObjectContent content) throws IOException {
        try (InputStream stream = toInputStream(content)) {
            return stream.readAllBytes();
        }
    }

    /** In the exchange's charset, or UTF-8. */
    @Converter
    public static String toText(ObjectContent content, @Nullable Exchange exchange) throws IOException {
        String charset = exchange == null ? null : ExchangeHelper.getCharsetName(exchange, false);
        return new String(toBytes(content), charset == null ? StandardCharsets.UTF_8.name() : charset);
    }
}
