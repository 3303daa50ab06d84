package org.multicloudmirror.driver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** Reads answers in JSON. */
public final class AnswerJson {

    /** The bytes that a manifest holds itself, in Base64. */
    private static final int LONGEST_TEXT = 16 << 20;

    private static final int LONGEST_NAME = 1024;

    /** The body stays open: what is left of it is read by the caller, so that its connection can be kept. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            // in keys, of servers that write them as they are
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(AnswerLimits.DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private AnswerJson() {}
}
